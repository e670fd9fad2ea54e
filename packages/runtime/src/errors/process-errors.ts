import { defineErrors } from "@flytekit-ts/core/errors";
import { uriWords } from "@flytekit-ts/core/storage";

/** The errors of the process around a command, and of code that is brought into it: a part of the catalogue. */
export const processErrors = defineErrors({
  CODE_ARCHIVE_INVALID: {
    origin: "user",
    message: (p: { uri: string; problem: string; advice?: string | undefined }) =>
      `The code archive ${uriWords(p.uri)} cannot be used: ${p.problem}.`,
    hint: ({ advice }) =>
      advice ?? "Package and register the code again: what was uploaded is not a whole tar archive.",
  },
  CODE_ARCHIVE_MISSING: {
    origin: "user",
    message: (p: { uri: string }) => `The code of the task is not at ${uriWords(p.uri)}.`,
    hint: "Register the code again: it was not uploaded, or it has been removed from the store since.",
  },
  CODE_DESTINATION_INVALID: {
    origin: "user",
    message: (p: { path: string; problem: string }) =>
      `The folder ${p.path}, where the code of the task is to be unpacked, cannot be used: ${p.problem}.`,
    hint: "Package with a destination that is in the image, such as its working directory `.`, and that its user may write to.",
  },
  COMMAND_NOT_STARTED: {
    origin: "user",
    message: (p: { command: string; problem: string }) =>
      `The command ${p.command} could not be started: ${p.problem}.`,
    hint: "Install it in the image: those of flytekit-ts come with `@flytekit-ts/runtime`, and stand in `node_modules/.bin`.",
  },
  CONTAINER_OUT_OF_MEMORY: {
    origin: "user",
    message: (p: {
      reached: "container" | "heap";
      peak: string;
      limit: string | undefined;
      heap: string;
      heapLimit: string;
    }) =>
      p.reached === "container"
        ? `The task has used up the memory of its container: at its peak the process had ${p.peak}, and the limit is ${p.limit ?? "unknown"}.`
        : `The task has used up the memory for values of JavaScript: they take ${p.heap}, and their limit is ${p.heapLimit}; at its peak the process had ${p.peak}${p.limit === undefined ? "" : ` of the ${p.limit} of its container`}.`,
    hint: ({ limit }) =>
      limit === undefined
        ? "Raise the limit, `NODE_OPTIONS=--max-old-space-size=4096` in MiB, or hold less at a time: stream files and datasets."
        : `Raise the task's memory, \`resources: { memory: ... }\`, which is ${limit} now, or hold less at a time: stream files and datasets.`,
  },
  TASK_LEFT_PENDING: {
    origin: "user",
    message: (p: { waited?: string }) =>
      `The task waits for something that can never happen: nothing is left in the process that could go on${p.waited ?? ""}.`,
    hint: "Look for a promise that nothing resolves, such as one around a callback that is never called.",
  },
  TASK_TERMINATED: {
    origin: "system",
    message: (p: { signal: string }) =>
      `The process was asked to end (${p.signal}) before the task was done.`,
    hint: "Nothing is wrong with the task: Flyte aborted it, its timeout was over, or its machine went away.",
  },
});
