import { defineErrors } from "@flytekit-ts/core/errors";
import type { SourceLocation } from "@flytekit-ts/core/graph";

/** One thing that is wrong with a configuration. */
export interface ConfigProblem {
  readonly code: "PROJECT_CONFIG_INVALID";
  readonly message: string;
  readonly hint?: string | undefined;
  readonly location?: SourceLocation | undefined;
}

const ADVICE =
  "Let its default export be `defineConfig({ ... })`, from `@flytekit-ts/cli`, with the settings of docs/guide/configuration.md.";

type Params = {
  readonly what: string;
  readonly problem: string;
  readonly advice?: string | undefined;
  /** All that is wrong, if that is more than one thing. */
  readonly problems?: readonly ConfigProblem[];
};

/** The errors of `flyte.config.ts`, and of variables that say the same: a part of the catalogue. */
export const configErrors = defineErrors({
  PROJECT_CONFIG_INVALID: {
    origin: "user",
    message: ({ what, problem, problems = [] }: Params) =>
      [
        `${what} cannot be used: ${problem}${problems.length === 0 ? "." : ":"}`,
        ...problems.map(lineOf),
      ].join("\n"),
    hint: ({ advice, problems = [] }) => (problems.length > 0 ? undefined : (advice ?? ADVICE)),
  },
});

function lineOf({ message, hint, location }: ConfigProblem): string {
  const at = location === undefined ? "" : `line ${location.line}: `;
  return `  ${at}${message}${hint === undefined ? "" : ` ${hint}`}`;
}
