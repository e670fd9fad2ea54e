import { clusterOptions } from "../../cluster/cluster-options.js";
import { defineCommand } from "../../command/command-spec.js";

export const fetchSpec = defineCommand({
  name: "fetch",
  summary: "Download values and files from the cluster, or a whole execution",
  page: "command-line-clusters.md",
  details:
    "A flyte:// address, as the console shows it, stands for the inputs, the outputs or the deck of a node: " +
    "its values are printed, and with FOLDER their files are downloaded. Any other URI stands for a file in " +
    "the storage of the cluster, or with --recursive for a folder. With --journal, WHAT is an execution, which " +
    "is stored as a run of this machine: `tsflyte runs show` shows it, and `tsflyte runs rerun` runs its nodes " +
    "again here, with the inputs that they had.",
  arguments: {
    WHAT: { says: "A flyte:// address or the URI of a file; with --journal, an execution" },
    FOLDER: { says: "The folder to download files into", kind: "optional" },
  },
  options: {
    recursive: { kind: "flag", short: "r", says: "Download everything below the URI" },
    journal: { kind: "flag", says: "Store an execution as a run of this machine" },
    entity: {
      kind: "text",
      placeholder: "FILE:NAME",
      says: "The task or workflow of the execution, for --journal",
      absent: "what the project exports by that name",
    },
    ...clusterOptions,
  },
  examples: [
    {
      line: "tsflyte fetch flyte://v1/flytesnacks/development/f4a1b2c3d4/n0/o",
      says: "Print the outputs of a node",
    },
    { line: "tsflyte fetch s3://bucket/report.csv reports", says: "Download a file" },
    {
      line: "tsflyte fetch f4a1b2c3d4 --journal",
      says: "Get an execution that failed, to debug it on this machine",
    },
  ],
});
