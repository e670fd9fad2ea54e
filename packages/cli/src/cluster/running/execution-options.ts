import type { Given } from "../../command/command-spec.js";
import type { OptionSpec } from "../../command/option-spec.js";

const group = "On the cluster";

/** Options of executions on a cluster, as `tsflyte run` takes them. */
export const executionOptions = {
  wait: { kind: "flag", says: "Follow the execution until it has ended; its phase is the exit code", group },
  "poll-interval": {
    kind: "text",
    placeholder: "SPAN",
    says: "Look at it so often while following it, such as 2s",
    absent: "a second, and less often as long as nothing changes",
    group,
  },
  name: {
    kind: "text",
    placeholder: "NAME",
    says: "The name of the execution",
    absent: "one is made",
    group,
  },
  label: { kind: "many", placeholder: "NAME=VALUE", says: "A label of the execution", group },
  annotation: { kind: "many", placeholder: "NAME=VALUE", says: "An annotation of the execution", group },
  tag: { kind: "many", placeholder: "TAG", says: "A tag of the execution", group },
  "max-parallelism": {
    kind: "count",
    placeholder: "N",
    says: "How many nodes run at a time; 0 for no limit",
    absent: "as the launch plan or the project has it",
    group,
  },
  interruptible: {
    kind: "flag",
    negatable: true,
    says: "Whether tasks may run on machines that can be taken away",
    group,
  },
  "service-account": {
    kind: "text",
    placeholder: "NAME",
    says: "The Kubernetes service account to run as",
    group,
  },
  "cluster-pool": { kind: "text", placeholder: "NAME", says: "The pool of clusters to run on", group },
  "execution-cluster-label": {
    kind: "text",
    placeholder: "LABEL",
    says: "The cluster to run on, by its label",
    group,
  },
  "disable-notifications": { kind: "flag", says: "Send no notifications", group },
} as const satisfies { readonly [name: string]: OptionSpec };

type ExecutionSpec = {
  readonly name: string;
  readonly summary: string;
  readonly arguments: {};
  readonly options: typeof executionOptions;
  readonly examples: readonly [];
};

/** What was given for these options, and for those that local runs have too. */
export type ExecutionValues = Given<ExecutionSpec>["options"] & {
  readonly env: readonly string[];
  readonly "overwrite-cache": boolean | undefined;
  readonly "raw-output-prefix": string | undefined;
};
