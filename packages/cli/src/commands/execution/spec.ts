import { clusterOptions } from "../../cluster/cluster-options.js";
import { listOptions } from "../../cluster/lists/list-options.js";
import { defineCommand } from "../../command/command-spec.js";

const id = {
  says: "The execution: its name, project/domain/name, or the address of its page in the console",
} as const;

export const executionListSpec = defineCommand({
  name: "list",
  summary: "List executions, the newest first",
  arguments: {},
  options: { ...listOptions, ...clusterOptions },
  examples: [
    { line: "tsflyte execution list --where phase=RUNNING", says: "What runs at the moment" },
    {
      line: "tsflyte execution list --where launchPlan=garden.daily --limit 5",
      says: "The last five of one plan",
    },
  ],
});

export const executionGetSpec = defineCommand({
  name: "get",
  summary: "Show how an execution stands: its phase, its nodes, its error",
  arguments: { id },
  options: {
    tasks: {
      kind: "flag",
      negatable: true,
      says: "Show the attempts of tasks, which takes a call for each node",
    },
    ...clusterOptions,
  },
  examples: [{ line: "tsflyte execution get f4a1b2c3d4", says: "Its nodes as a tree" }],
});
