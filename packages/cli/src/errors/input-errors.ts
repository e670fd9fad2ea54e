import { defineErrors } from "@flytekit-ts/core/errors";

/** The errors of inputs that are given as texts: a part of the catalogue. */
export const inputErrors = defineErrors({
  INPUTS_INVALID: {
    origin: "user",
    message: (p: {
      command: string;
      /** One for each flag that is wrong or missing: `--x: "5.0" is not an int; an int is a whole number such as 5`. */
      problems: readonly string[];
      advice?: string | undefined;
    }) => {
      const [only = "", ...more] = p.problems;
      return more.length === 0
        ? `${p.command}: ${only}.`
        : `${p.command}: ${p.problems.length} inputs are wrong.\n${p.problems.map((problem) => `  ${problem}.`).join("\n")}`;
    },
    hint: ({ command, advice }) =>
      advice ?? `\`${command} --help\` lists the inputs, and what each of them takes.`,
  },
});
