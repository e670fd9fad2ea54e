import { clusterOptions } from "../../cluster/cluster-options.js";
import { listOptions } from "../../cluster/lists/list-options.js";
import { defineCommand } from "../../command/command-spec.js";

const id = {
  says: "The execution: its name, project/domain/name, or the address of its page in the console",
} as const;

export const executionListSpec = defineCommand({
  name: "list",
  summary: "List executions, the newest first",
  page: "command-line-clusters.md",
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
  page: "command-line-clusters.md",
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

const wait = {
  wait: { kind: "flag", says: "Follow the new execution until it has ended; its phase is the exit code" },
  "poll-interval": {
    kind: "text",
    placeholder: "SPAN",
    says: "Look at it so often while following it, such as 2s",
    absent: "a second, and less often as long as nothing changes",
  },
} as const;
const name = { kind: "text", placeholder: "NAME", says: "The name of the new execution" } as const;

/** How a command ends that follows an execution. */
const exitCodes = {
  1: "It failed, or the cluster could not be asked",
  3: "It was aborted",
  4: "It ran out of time",
} as const;

export const executionWatchSpec = defineCommand({
  name: "watch",
  summary: "Follow an execution until it has ended",
  page: "command-line-clusters.md",
  details:
    "Shows its nodes as they go on, and at the end its outputs, or what failed with the links to its logs. The exit code " +
    "says how it ended: 0 succeeded, 1 failed, 3 aborted, 4 timed out. Ctrl-C ends following; the execution goes on.",
  exitCodes,
  arguments: { id },
  options: { "poll-interval": wait["poll-interval"], ...clusterOptions },
  examples: [{ line: "tsflyte execution watch f4a1b2c3d4", says: "Follow it" }],
});

const files = {
  output: {
    kind: "text",
    short: "o",
    placeholder: "FOLDER",
    says: "Download files and directories among the values into this folder",
  },
} as const;

export const executionOutputsSpec = defineCommand({
  name: "outputs",
  summary: "Print the outputs of an execution, or of one of its nodes",
  page: "command-line-clusters.md",
  arguments: { id },
  options: {
    node: { kind: "text", placeholder: "NODE", says: "Those of this node, by its id in the execution" },
    ...files,
    ...clusterOptions,
  },
  examples: [
    { line: "tsflyte execution outputs f4a1b2c3d4 --json", says: "The values as JSON" },
    { line: "tsflyte execution outputs f4a1b2c3d4 -o results", says: "Their files too" },
  ],
});

export const executionInputsSpec = defineCommand({
  name: "inputs",
  summary: "Print the inputs of an execution, or of one of its nodes",
  page: "command-line-clusters.md",
  arguments: { id },
  options: executionOutputsSpec.options,
  examples: [{ line: "tsflyte execution inputs f4a1b2c3d4", says: "What it was started with" }],
});

export const executionLogsSpec = defineCommand({
  name: "logs",
  summary: "Print the links to the logs of an execution",
  page: "command-line-clusters.md",
  arguments: {
    id,
    node: { says: "Only those of this node and of what is inside it, such as n1", kind: "optional" },
  },
  options: clusterOptions,
  examples: [
    { line: "tsflyte execution logs f4a1b2c3d4", says: "Of all nodes" },
    { line: "tsflyte execution logs f4a1b2c3d4 n1", says: "Of one node" },
  ],
});

export const executionTerminateSpec = defineCommand({
  name: "terminate",
  summary: "End an execution",
  page: "command-line-clusters.md",
  arguments: { id },
  options: {
    cause: { kind: "text", placeholder: "TEXT", says: "Why, for those who read it in the console" },
    yes: { kind: "flag", short: "y", says: "Do not ask" },
    ...clusterOptions,
  },
  examples: [
    { line: "tsflyte execution terminate f4a1b2c3d4 --cause superseded", says: "End it, and say why" },
  ],
});

export const executionRecoverSpec = defineCommand({
  name: "recover",
  summary: "Start an execution that reuses the nodes that succeeded in another",
  page: "command-line-clusters.md",
  exitCodes,
  arguments: { id },
  options: { name, ...wait, ...clusterOptions },
  examples: [{ line: "tsflyte execution recover f4a1b2c3d4 --wait", says: "Go on where it failed" }],
});

export const executionRelaunchSpec = defineCommand({
  name: "relaunch",
  summary: "Start an execution of the same with the same inputs",
  page: "command-line-clusters.md",
  exitCodes,
  arguments: { id },
  options: {
    name,
    "overwrite-cache": { kind: "flag", says: "Run cached tasks anyway, and replace their results" },
    ...wait,
    ...clusterOptions,
  },
  examples: [{ line: "tsflyte execution relaunch f4a1b2c3d4", says: "Run all of it again" }],
});

export const executionApproveSpec = defineCommand({
  name: "approve",
  summary: "Approve what an execution waits for, or reject it",
  page: "command-line-clusters.md",
  arguments: {
    id,
    signal: { says: "The approval, where it waits for several", kind: "optional" },
  },
  options: { reject: { kind: "flag", says: "Reject it: the execution fails there" }, ...clusterOptions },
  examples: [{ line: "tsflyte execution approve f4a1b2c3d4 release", says: "Let it go on" }],
});

export const executionSignalSpec = defineCommand({
  name: "signal",
  summary: "Give an execution an input that it waits for, or list what it waits for",
  page: "command-line-clusters.md",
  details:
    "Without NAME it lists the signals of the execution, and on a terminal asks for a value where there is one that waits. " +
    "The value is read by the type that the signal declares, as an input of `tsflyte run`.",
  arguments: {
    id,
    signal: { says: "The signal", kind: "optional" },
    value: { says: "Its value", kind: "optional" },
  },
  options: clusterOptions,
  examples: [
    { line: "tsflyte execution signal f4a1b2c3d4", says: "What it waits for" },
    { line: "tsflyte execution signal f4a1b2c3d4 amount 5", says: "Answer it" },
  ],
});
