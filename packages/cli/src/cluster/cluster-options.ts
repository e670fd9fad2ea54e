import type { OptionSpec } from "../command/option-spec.js";
import type { Given } from "../command/command-spec.js";

const group = "Cluster";

/** Which cluster: options of all commands that speak to one. */
export const clusterOptions = {
  endpoint: {
    kind: "text",
    placeholder: "HOST:PORT",
    says: "The address of flyteadmin, the API of the cluster",
    absent: "from flyte.config.ts, else from the configuration of flytectl",
    group,
  },
  insecure: { kind: "flag", negatable: true, says: "Connect without TLS", absent: "with TLS", group },
  "cluster-config": {
    kind: "text",
    placeholder: "FILE",
    says: "Read this configuration file of flytectl, such as ~/.flyte/config.yaml",
    group,
  },
} as const satisfies { readonly [name: string]: OptionSpec };

/** What a name on the cluster is: an option of commands that show what is registered. */
export const registeredKind = {
  kind: "choice",
  choices: ["task", "workflow", "launch-plan"],
  says: "What the registered name stands for, if there are several of that name",
  absent: "a workflow, else a launch plan, else a task",
} as const satisfies OptionSpec;

type ClusterSpec = {
  readonly name: string;
  readonly summary: string;
  readonly arguments: {};
  readonly options: typeof clusterOptions;
  readonly examples: readonly [];
};

/** What was given for these options. */
export type ClusterValues = Partial<Given<ClusterSpec>["options"]>;
