import type { OptionSpec } from "./option-spec.js";

/** Options that every command takes, before or behind its name. */
export const globalOptions = {
  config: {
    kind: "text",
    placeholder: "FILE",
    says: "Read this flyte.config.ts",
    absent: "the nearest one upwards",
    group: "Global options",
  },
  profile: {
    kind: "text",
    placeholder: "NAME",
    says: "Use this profile of flyte.config.ts",
    variable: "TSFLYTE_PROFILE",
    group: "Global options",
  },
  project: {
    kind: "text",
    short: "p",
    placeholder: "NAME",
    says: "Use this project of the cluster",
    variable: "FLYTE_DEFAULT_PROJECT",
    group: "Global options",
  },
  domain: {
    kind: "text",
    short: "d",
    placeholder: "NAME",
    says: "Use this domain of the cluster",
    variable: "FLYTE_DEFAULT_DOMAIN",
    group: "Global options",
  },
  json: { kind: "flag", says: "Print one JSON object a line, for programs", group: "Global options" },
  quiet: { kind: "flag", short: "q", says: "Print results and errors only", group: "Global options" },
  verbose: {
    kind: "flag",
    short: "v",
    says: "Print more: where settings come from, stacks of errors",
    group: "Global options",
  },
  color: { kind: "flag", negatable: true, says: "Use colours, or no colours", group: "Global options" },
  help: { kind: "flag", short: "h", says: "Show the help page", group: "Global options" },
} as const satisfies { readonly [name: string]: OptionSpec };
