import type { OptionSpec } from "../../command/option-spec.js";

const group = "Local runs";

/** The options of runs on this machine. `runs resume` and `runs rerun` take them too. */
export const localOptions = {
  concurrency: {
    kind: "count",
    placeholder: "N",
    says: "Run so many tasks at a time",
    absent: "one for each processor, at least 4",
    group,
  },
  cache: {
    kind: "flag",
    negatable: true,
    says: "Take results of cached tasks from earlier runs and keep new ones, or do neither",
    group,
  },
  "overwrite-cache": { kind: "flag", says: "Run cached tasks anyway, and replace their results", group },
  journal: {
    kind: "flag",
    negatable: true,
    says: "Keep the run, so that it can be shown, resumed and rerun, or do not",
    group,
  },
  gates: {
    kind: "choice",
    choices: ["ask", "fail"],
    says: "What to do at a gate without an answer",
    absent: "ask on a terminal, fail elsewhere",
    group,
  },
  approve: { kind: "many", placeholder: "GATE", says: "Approve this gate", group },
  reject: { kind: "many", placeholder: "GATE", says: "Reject this gate", group },
  answer: { kind: "many", placeholder: "GATE=VALUE", says: "Give this gate a value", group },
  isolation: {
    kind: "choice",
    choices: ["none", "worker", "process"],
    says: "Run each task in this process, a worker thread, or a process",
    absent: "none",
    group,
  },
  clock: {
    kind: "choice",
    choices: ["real", "instant"],
    says: "Whether a sleep takes its time",
    absent: "instant",
    group,
  },
  backoff: { kind: "text", placeholder: "SPAN", says: "Wait so long between attempts, such as 10s", group },
  env: { kind: "many", placeholder: "NAME=VALUE", says: "Set an environment variable for the run", group },
  "raw-output-prefix": {
    kind: "text",
    placeholder: "FOLDER",
    says: "Put files that tasks write here",
    group,
  },
} as const satisfies { readonly [name: string]: OptionSpec };
