import { uriWords } from "@flytekit-ts/core/storage";
import { defineErrors } from "@flytekit-ts/core/errors";

/** The errors of running one task in a container. */
export const executeErrors = defineErrors({
  CHECKPOINT_UNAVAILABLE: {
    origin: "user",
    message: (p: { task: string }) =>
      `Task ${p.task} uses its checkpoint, but the container was given no place for one.`,
    hint: "Pass `--checkpoint-path`: Flyte does so if the cluster supports checkpoints.",
  },
  COMMAND_LINE_INVALID: {
    origin: "user",
    message: (p: { program: string; problem: string }) => `${p.program}: ${p.problem}.`,
    hint: ({ program }) => `\`${program} --help\` lists the options.`,
  },
  CONTAINER_INVALID: {
    origin: "system",
    message: (p: { problem: string; advice?: string | undefined }) =>
      `The container cannot run a task: ${p.problem}.`,
    hint: ({ advice }) =>
      advice ?? "Flyte sets it for each task; set it yourself if you start the command by hand.",
  },
  LITERAL_TOO_LARGE: {
    origin: "system",
    message: (p: { output: string; size: number; limit: number }) =>
      `The output ${p.output} has ${p.size} bytes, and the cluster takes fewer than ${p.limit}.`,
    hint: "Return a file, a directory or a dataset, which hold any size.",
  },
  LOADED_VALUE_NOT_TASK: {
    origin: "user",
    message: (p: { at: string; given: string }) => `${p.at} is no task, but ${p.given}.`,
    hint: "Export what `task(...)` returns, and register the module again.",
  },
  MAP_ITEM_INVALID: {
    origin: "system",
    message: (p: { task: string; index: number; problem: string }) =>
      `Item ${p.index} of the map over task ${p.task} cannot run: ${p.problem}.`,
    hint: "Give all lists of a map the same length.",
  },
  RESOLVER_NOT_LOADED: {
    origin: "user",
    message: (p: { resolver: string; problem: string }) =>
      `The resolver ${p.resolver} could not be loaded: ${p.problem}.`,
    hint: "Give the module and its export: `@acme/flyte-plugin#shelfResolver`; the image has to have the module.",
  },
  TASK_MESSAGE_INVALID: {
    origin: "system",
    message: (p: { uri: string; message: string; problem: string }) =>
      `What is at ${uriWords(p.uri)} is no ${p.message}: ${p.problem}.`,
    hint: "Run the workflow again; if that does not help, what wrote it has a bug.",
  },
  TASK_NOT_LOADED: {
    origin: "user",
    message: (p: { at: string; problem: string; advice?: string | undefined }) =>
      `The task ${p.at} could not be loaded: ${p.problem}.`,
    hint: ({ advice }) =>
      advice ??
      "The module is evaluated in the container: it has to be in the image or the bundle, with all it imports.",
  },
});
