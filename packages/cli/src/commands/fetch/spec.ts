import { clusterOptions } from "../../cluster/cluster-options.js";
import { defineCommand } from "../../command/command-spec.js";

export const fetchSpec = defineCommand({
  name: "fetch",
  summary: "Get what is at an address of the cluster, or an execution as a local run",
  page: "command-line-clusters.md",
  details:
    "A flyte:// address, such as the console shows, is of the inputs, the outputs or the deck of a node: values are printed, " +
    "and with FOLDER their files are downloaded into it. Another URI is of a file in the cluster's store, or with " +
    "--recursive of a folder. With --journal WHAT is an execution, and is written as a run of this machine: `tsflyte runs` " +
    "shows it, and its nodes run here again with the inputs that they had.",
  arguments: {
    WHAT: { says: "A flyte:// address, the URI of a file, or with --journal an execution" },
    FOLDER: { says: "Where files are put", kind: "optional" },
  },
  options: {
    recursive: { kind: "flag", short: "r", says: "Take all that is below the URI" },
    journal: { kind: "flag", says: "Write an execution as a local run" },
    entity: {
      kind: "text",
      placeholder: "FILE:NAME",
      says: "What the execution is of, for --journal",
      absent: "what the project exports under its name",
    },
    ...clusterOptions,
  },
  examples: [
    {
      line: "tsflyte fetch flyte://v1/flytesnacks/development/f4a1b2c3d4/n0/o",
      says: "The outputs of a node",
    },
    { line: "tsflyte fetch s3://bucket/report.csv reports", says: "A file" },
    { line: "tsflyte fetch f4a1b2c3d4 --journal", says: "Debug here what failed there" },
  ],
});
