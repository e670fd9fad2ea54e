import { assertEntityName } from "../entity/names.js";
import { assertText } from "../entity/options.js";
import { errors } from "../errors.js";
import { atCaller } from "../errors/at-caller.js";
import { MetadataFormat } from "../literals/idl-enums.js";
import type { OutSpec, Shape } from "../types/infer.js";
import { describeValue } from "../words/describe-value.js";
import { isPlainObject } from "../words/plain-object.js";
import { lowerImage } from "./lower-task.js";
import type { TaskDeclaration } from "./task-entity.js";
import { type TemplateTask, templateTask } from "./template-task.js";
import type { TemplateOf } from "./template.js";

/** The declaration of a container task. */
export interface ContainerTaskDeclaration<I, O> extends TaskDeclaration<I, O> {
  readonly image: string;
  /** The program and its arguments; `{{.inputs.a}}` stands for the input `a`. */
  readonly command: readonly string[];
  /** More arguments, apart from the command: for images with an entry point of their own. */
  readonly args?: readonly string[] | undefined;
  /** Folder in the container where Flyte puts each input as a file of its name. */
  readonly inputDir?: string | undefined;
  /** Folder in the container from which Flyte takes each output, a file of its name. */
  readonly outputDir?: string | undefined;
  /** How all inputs together are described in `inputDir`; JSON by default. */
  readonly metadataFormat?: "json" | "yaml" | "proto" | undefined;
}

const FORMATS = new Map<unknown, (typeof MetadataFormat)[keyof typeof MetadataFormat]>([
  ["json", MetadataFormat.JSON],
  ["yaml", MetadataFormat.YAML],
  ["proto", MetadataFormat.PROTO],
]);
const OPTIONS = ["command", "args", "inputDir", "outputDir", "metadataFormat"] as const;

/**
 * Declare a task that is a program in any image, in any language.
 *
 * Flyte puts its inputs into files and reads its outputs from files; nothing of ours is in the container. It
 * has no function, so it runs on a cluster or as a mock.
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
): TemplateTask<I, O> {
  return templateTask<I, O>(declaration, {
    words: "container task",
    callee: containerTask,
    options: OPTIONS,
    template: atCaller(containerTask, () => templateOf(declaration)),
  });
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
    const advice = 'Give the form in which the container gets its inputs; `"json"` if it is left out.';
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
  if (Array.isArray(words) && [...words].every((word) => typeof word === "string")) return;
  const advice = `Give each word by itself: \`${option}: ["./area.sh", "3"]\`.`;
  throw errors.OPTION_INVALID({ at, option, wanted: "a list of texts", given: words, advice });
}
