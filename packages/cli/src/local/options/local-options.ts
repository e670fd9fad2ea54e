import type { OptionSpec } from "../../command/option-spec.js";

const LOCAL_RUNS = "Local runs";
const GATES = "Gates";

/** What only runs on this machine have: with a cluster, `tsflyte run` refuses them. */
export const onlyLocalOptions = {
  concurrency: {
    kind: "count",
    placeholder: "N",
    says: "Run at most this many tasks at a time",
    absent: "one per processor, at least 4",
    group: LOCAL_RUNS,
  },
  cache: {
    kind: "flag",
    negatable: true,
    says: "Use and store results of cached tasks, or do neither",
    absent: "use and store",
    group: LOCAL_RUNS,
  },
  journal: {
    kind: "flag",
    negatable: true,
    says: "Keep the run, so that it can be shown, resumed and rerun, or do not",
    absent: "keep",
    group: LOCAL_RUNS,
  },
  isolation: {
    kind: "choice",
    choices: ["none", "worker", "process"],
    says: "Run tasks in this process (none), in worker threads, or in processes of their own",
    absent: "none",
    group: LOCAL_RUNS,
  },
  clock: {
    kind: "choice",
    choices: ["real", "instant"],
    says: "Whether sleep nodes take their time or end at once",
    absent: "instant",
    group: LOCAL_RUNS,
  },
  backoff: {
    kind: "text",
    placeholder: "SPAN",
    says: "How long to wait before another attempt, such as 10s",
    group: LOCAL_RUNS,
  },
} as const satisfies { readonly [name: string]: OptionSpec };

const gateOptions = {
  gates: {
    kind: "choice",
    choices: ["ask", "fail"],
    says: "What to do at a gate that has no answer",
    absent: "ask on a terminal, fail elsewhere",
    group: GATES,
  },
  approve: { kind: "many", placeholder: "GATE", says: "Approve this gate", group: GATES },
  reject: { kind: "many", placeholder: "GATE", says: "Reject this gate", group: GATES },
  answer: { kind: "many", placeholder: "GATE=VALUE", says: "Give a gate its value", group: GATES },
} as const satisfies { readonly [name: string]: OptionSpec };

/** The options of runs on this machine. `runs resume` and `runs rerun` take them too. */
export const localOptions = {
  env: { kind: "many", placeholder: "NAME=VALUE", says: "Set an environment variable for the run" },
  "overwrite-cache": { kind: "flag", says: "Run cached tasks anyway, and replace their results" },
  "raw-output-prefix": { kind: "text", placeholder: "FOLDER", says: "Where to put files that tasks write" },
  ...gateOptions,
  ...onlyLocalOptions,
} as const satisfies { readonly [name: string]: OptionSpec };
