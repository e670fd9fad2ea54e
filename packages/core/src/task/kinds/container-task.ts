import { assertEntityName } from "../../options/names.js";
import { assertText, assertWellFormed, hidden } from "../../options/options.js";
import * as errors from "../../errors.js";
import { atCaller } from "../../errors/at-caller.js";
import { MetadataFormat } from "../../literals/idl-enums.js";
import type { OutSpec, Shape } from "../../types/infer.js";
import { describeValue } from "../../words/describe-value.js";
import { isPlainObject } from "../../words/plain-object.js";
import { lowerImage } from "../lower-image.js";
import type { TaskDeclaration } from "../task-entity.js";
import { type TemplateTask, templateTask } from "../template-task.js";
import type { TemplateOf } from "../template.js";

/** The declaration of a container task. */
export interface ContainerTaskDeclaration<I, O> extends Omit<TaskDeclaration<I, O>, "retry"> {
  readonly image: string;
  /** The program and its arguments. Flyte replaces `{{.inputs.a}}` with the value of the input `a`. */
  readonly command: readonly string[];
  /** Arguments that are kept separate from the command, for images that have an entry point. */
  readonly args?: readonly string[] | undefined;
  /** Folder in the container where Flyte puts each input, as a file with the name of the input. */
  readonly inputDir?: string | undefined;
  /** Folder in the container where Flyte reads each output, from a file with the name of the output. */
  readonly outputDir?: string | undefined;
  /** Format of the file in `inputDir` that describes all inputs; JSON by default. */
  readonly metadataFormat?: "json" | "yaml" | "proto" | undefined;
}

/** A task that runs a program in an image. It has no function, so no map can run it for each item. */
export interface ContainerTask<I extends Shape, O> extends TemplateTask<I, O> {
  readonly fn: undefined;
  readonly "~unmapped": "a container task cannot be mapped: call it in a loop in the body of a dynamic";
}

const FORMATS = new Map<unknown, (typeof MetadataFormat)[keyof typeof MetadataFormat]>([
  ["json", MetadataFormat.JSON],
  ["yaml", MetadataFormat.YAML],
  ["proto", MetadataFormat.PROTO],
]);
const OPTIONS = ["command", "args", "inputDir", "outputDir", "metadataFormat"] as const;

/**
 * Declare a task that runs a program in any image, in any language.
 *
 * Flyte writes its inputs to files and reads its outputs from files, so the image needs nothing of this SDK. The
 * task has no function: it runs on a cluster, and local runs need a mock.
 *
 * @throws what `task` throws.
 * @example
 * const area = containerTask({
 *   name: "area", image: "example/area:1", inputs: { r: t.float() }, outputs: { area: t.float() },
 *   inputDir: "/var/inputs", outputDir: "/var/outputs", command: ["./area.sh", "{{.inputs.r}}", "/var/outputs"],
 * });
 */
export function containerTask<const I extends Shape = {}, const O extends OutSpec = undefined>(
  declaration: ContainerTaskDeclaration<I, O>,
): ContainerTask<I, O> {
  return templateTask<I, O>(declaration, {
    words: "container task",
    callee: containerTask,
    options: OPTIONS,
    template: atCaller(containerTask, () => templateOf(declaration)),
  }) as ContainerTask<I, O>;
}

function templateOf<I, O>(declaration: ContainerTaskDeclaration<I, O>): TemplateOf {
  const given: unknown = declaration;
  if (!isPlainObject(given)) {
    throw errors.OPTIONS_NOT_AN_OBJECT({ at: "a container task", given: describeValue(given) });
  }
  const { name, image, command, args = [], inputDir, outputDir, metadataFormat = "json" } = declaration;
  assertEntityName(name, "container task");
  const at = `container task ${name}`;
  if (image === undefined) {
    const advice = 'Name the image that holds the program, such as `image: "alpine:3.20"`.';
    throw errors.OPTION_INVALID({
      at,
      option: "image",
      wanted: "the name of an image",
      given: image,
      advice,
    });
  }
  assertWords(command, "command", at);
  assertWords(args, "args", at);
  assertText(inputDir, "inputDir", at);
  assertText(outputDir, "outputDir", at);
  const format = FORMATS.get(metadataFormat);
  if (format === undefined) {
    const wanted = '"json", "yaml" or "proto"';
    const advice = 'Give one of these formats, or leave `metadataFormat` out for `"json"`.';
    throw errors.OPTION_INVALID({ at, option: "metadataFormat", wanted, given: metadataFormat, advice });
  }
  const dataConfig = {
    enabled: true,
    inputPath: inputDir ?? "",
    outputPath: outputDir ?? "",
    format,
    ioStrategy: undefined,
  };
  const own = { command: [...command], args: [...args], dataConfig };
  return (task, settings) => ({
    type: "raw-container",
    target: { $case: "container", value: { ...lowerImage(task, settings), ...own } },
  });
}

function assertWords(words: unknown, option: string, at: string): void {
  if (Array.isArray(words) && [...words].every((word): word is string => typeof word === "string")) {
    for (const [index, word] of words.entries()) assertWellFormed(word, `${option}[${index}]`, at);
    return;
  }
  const advice = `Give each word as a separate string: \`${option}: ["./area.sh", "3"]\`.`;
  throw errors.OPTION_INVALID({ at, option, wanted: "a list of strings", ...hidden(words), advice });
}
