import { defineErrors } from "@flytekit-ts/core/errors";
import type { SourceLocation } from "@flytekit-ts/core/graph";

/** One thing that is wrong with a configuration. */
export interface ConfigFault {
  readonly problem: string;
  readonly advice?: string | undefined;
  readonly location?: SourceLocation | undefined;
}

const ADVICE =
  "Let its default export be `defineConfig({ ... })`, from `@flytekit-ts/cli`, with the settings of docs/guide/configuration.md.";

/** The errors of `flyte.config.ts`, and of variables that say the same: a part of the catalogue. */
export const configErrors = defineErrors({
  PROJECT_CONFIG_INVALID: {
    origin: "user",
    message: ({ what, faults }: { what: string; faults: readonly ConfigFault[] }) => {
      const [first, ...others] = faults;
      if (others.length === 0) return `${what} cannot be used: ${first?.problem}.`;
      return [`${what} cannot be used for ${faults.length} reasons:`, ...faults.map(lineOf)].join("\n");
    },
    hint: ({ faults }) => (faults.length > 1 ? undefined : (faults[0]?.advice ?? ADVICE)),
  },
});

function lineOf({ problem, advice, location }: ConfigFault): string {
  const at = location === undefined ? "" : `line ${location.line}: `;
  return `  ${at}${problem}.${advice === undefined ? "" : ` ${advice}`}`;
}
