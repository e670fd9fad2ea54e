import type { OptionSpec } from "./option-spec.js";

/** Options that every command takes, before or behind its name. */
export const globalOptions = {
  config: {
    kind: "text",
    placeholder: "FILE",
    says: "Read this configuration file",
    absent: "flyte.config.ts of this folder, or of the nearest one above it",
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
  json: { kind: "flag", says: "Print one JSON object per line, for programs", group: "Global options" },
  quiet: { kind: "flag", short: "q", says: "Print results and errors only", group: "Global options" },
  verbose: {
    kind: "flag",
    short: "v",
    says: "Print more: why results are not cached, and the stacks of errors",
    group: "Global options",
  },
  color: {
    kind: "flag",
    negatable: true,
    says: "Use colours, or none",
    absent: "as the terminal and NO_COLOR say",
    group: "Global options",
  },
  help: { kind: "flag", short: "h", says: "Show this page", group: "Global options" },
} as const satisfies { readonly [name: string]: OptionSpec };
