import type { Given } from "../../command/command-spec.js";
import type { OptionSpec } from "../../command/option-spec.js";
import type { LocalGiven } from "../../local/options/given.js";

const group = "On the cluster";

/** Options of executions on a cluster, as `tsflyte run` takes them. */
export const executionOptions = {
  wait: { kind: "flag", says: "Follow the execution until it ends; the exit code says how", group },
  "poll-interval": {
    kind: "text",
    placeholder: "SPAN",
    says: "How often to ask for news while following it, such as 2s",
    absent: "1s, and less often while nothing changes",
    group,
  },
  name: {
    kind: "text",
    placeholder: "NAME",
    says: "The name of the execution",
    absent: "a random one",
    group,
  },
  label: { kind: "many", placeholder: "NAME=VALUE", says: "Give the execution a label", group },
  annotation: { kind: "many", placeholder: "NAME=VALUE", says: "Give the execution an annotation", group },
  tag: { kind: "many", placeholder: "TAG", says: "Give the execution a tag", group },
  "max-parallelism": {
    kind: "count",
    placeholder: "N",
    says: "How many nodes may run at a time; 0 for no limit",
    absent: "as the launch plan or the project says",
    group,
  },
  interruptible: {
    kind: "flag",
    negatable: true,
    says: "Whether tasks may run on machines that can be taken away (spot instances)",
    absent: "as registered",
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
    says: "The label of the cluster to run on",
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
} & Pick<LocalGiven, "approve" | "reject" | "answer" | "gates">;
