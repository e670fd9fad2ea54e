import { defineErrors } from "@flytekit-ts/core/errors";

/** The errors of a command line: a part of the catalogue. */
export const commandErrors = defineErrors({
  USAGE_INVALID: {
    origin: "user",
    message: (p: { command: string; problem: string; advice?: string | undefined }) =>
      `${p.command}: ${p.problem}.`,
    hint: ({ command, advice }) => advice ?? `\`${command} --help\` lists what it takes.`,
  },
});
