import { defineErrors } from "@flytekit-ts/core/errors";

/** The errors of a command line: a part of the catalogue. */
export const commandErrors = defineErrors({
  USAGE_INVALID: {
    origin: "user",
    message: (p: {
      command: string;
      problem: string;
      advice?: string | undefined;
      usage?: string | undefined;
    }) => `${p.command}: ${p.problem}.`,
    hint: ({ command, advice, usage }) =>
      [
        ...(advice === undefined ? [] : [advice]),
        `\`${command} --help\` shows ${command === "tsflyte" ? "the commands" : "its arguments and options"}.`,
        ...(usage === undefined ? [] : [`Usage: ${usage}`]),
      ].join("\n"),
  },
  UNEXPECTED_FAILURE: {
    origin: "system",
    message: (p: { said: string }) => `tsflyte failed in a way that it does not know: ${p.said}`,
    hint: "This is a fault of tsflyte. Please report what `--verbose` prints, at https://github.com/flytekit-ts/flytekit-ts/issues",
  },
  ERROR_UNHANDLED: {
    origin: "user",
    message: (p: { said: string }) => `Something failed that nothing waited for: ${p.said}`,
    hint: "Await the promise, or catch its error, where it is made.",
  },
  COMMAND_ENDED: {
    origin: "user",
    message: (p: { why: string }) => `The command was ended before it was done: ${p.why}.`,
  },
  FILE_UNUSABLE: {
    origin: "user",
    message: (p: { path: string; problem: string }) => `${p.path} cannot be used: ${p.problem}.`,
    hint: "Look at the path and at who may read and write it, make room on the disk, or name another place.",
  },
  OUTPUT_NOT_WRITTEN: {
    origin: "user",
    message: (p: { problem: string }) => `What the command printed could not be written: ${p.problem}.`,
    hint: "Make room on the disk, or write to another place. What was written so far is not whole.",
  },
});
