import { assertEntityName } from "../../../options/names.js";
import { assertBoolean, assertText, assertTexts, hidden } from "../../../options/options.js";
import * as errors from "../../../errors.js";
import { closest } from "../../../words/closest.js";
import { isPlainObject } from "../../../words/plain-object.js";
import type { TaskEntity } from "../../task-entity.js";
import type { ShellOptions } from "./shell-options.js";
import { CONTEXT_PARTS, namesInShell } from "./shell-template.js";

/** The options of a shell task, checked apart from its interface. @throws `OPTION_INVALID`, `OPTIONS_NOT_AN_OBJECT` */
export function assertShellOptions(declaration: unknown): ShellOptions {
  // Whatever is wrong with the declaration itself is told by `functionTask`.
  const given: ShellOptions & { readonly name?: unknown } = isPlainObject(declaration) ? declaration : {};
  const { name, script, scriptFile, locations, shell, debug } = given;
  if (!isPlainObject(declaration)) return {};
  assertEntityName(name, "shell task");
  const at = `shell task ${name}`;
  assertText(script, "script", at);
  assertText(shell, "shell", at);
  assertBoolean(debug, "debug", at);
  if (locations !== undefined) assertTexts(locations, "locations", at);
  if (!(scriptFile instanceof URL)) assertText(scriptFile, "scriptFile", at);
  const isOne = (script === undefined) !== (scriptFile === undefined);
  if (!isOne || script?.trim() === "" || scriptFile === "") {
    throw errors.OPTION_INVALID({
      at,
      option: "script",
      wanted: "a script, in the place of `scriptFile`",
      ...hidden(script),
      ...(script !== undefined && scriptFile !== undefined ? { inWords: "both" } : {}),
      advice: "Give either `script` with the text, or `scriptFile` with a path or a URL.",
    });
  }
  return { script, scriptFile, locations, shell, debug };
}

/** Check the names in the texts of a shell task, and its outputs. @throws `OPTION_INVALID` */
export function assertShellOutputs(task: TaskEntity, { script, locations = {} }: ShellOptions): void {
  const at = `shell task ${task.name}`;
  for (const [name, { transformer }] of task.interface.outputs) {
    if (transformer.literalType.type?.$case === "blob") continue;
    const advice = "Let the script write a file, and read it in a task with a function.";
    throw errors.OPTION_INVALID({
      at,
      option: task.interface.outputStyle === "bare" ? "output" : `outputs.${name}`,
      wanted: "a file or a directory",
      given: name,
      inWords: "another type",
      advice,
    });
  }
  const stray = Object.keys(locations).find((name) => !task.interface.outputs.has(name));
  if (stray !== undefined)
    throw unknownName(at, "locations", { name: stray, known: [...task.interface.outputs.keys()] });
  if (script !== undefined) assertNames(task, "script", script);
  for (const [output, location] of Object.entries(locations))
    assertNames(task, `locations.${output}`, location);
}

/** Check the names in a script or a location. @throws `OPTION_INVALID` */
export function assertNames(task: TaskEntity, option: string, text: string): void {
  const at = `shell task ${task.name}`;
  const known: Readonly<Record<string, readonly string[]>> = {
    inputs: task.interface.inputNames,
    outputs: option.startsWith("locations") ? [] : [...task.interface.outputs.keys()],
    ctx: CONTEXT_PARTS,
  };
  for (const { kind, name, isLiteral } of namesInShell(text)) {
    const names = known[kind] ?? [];
    if (!names.includes(name) || !/^\w+$/.test(name))
      throw unknownName(at, option, {
        name: `{${kind}.${name}}`,
        known: names.map((each) => `{${kind}.${each}}`),
      });
    if (!isLiteral || option !== "script") continue;
    const inWords = `'{${kind}.${name}}', where a shell replaces nothing`;
    const advice = `Write double quotes around it: "{${kind}.${name}}".`;
    throw errors.OPTION_INVALID({
      at,
      option,
      wanted: "names in double quotes",
      given: name,
      inWords,
      advice,
    });
  }
}

function unknownName(
  at: string,
  option: string,
  { name, known }: { readonly name: string; readonly known: readonly string[] },
): Error {
  const near = closest(name, known);
  const all = known.length === 0 ? "There are none here." : `There are ${known.join(", ")}.`;
  const advice = near === undefined ? all : `Did you mean \`${near}\`? ${all}`;
  const wanted = "names of inputs, outputs and parts of the context";
  throw errors.OPTION_INVALID({ at, option, wanted, given: name, inWords: `\`${name}\``, advice });
}
