import { clusterOptions } from "../../cluster/cluster-options.js";
import { listOptions } from "../../cluster/lists/list-options.js";
import { defineCommand } from "../../command/command-spec.js";

const id = {
  says: "The execution: its name, PROJECT/DOMAIN/NAME, or the address of its page in the console",
} as const;

export const executionListSpec = defineCommand({
  name: "list",
  summary: "List executions, the newest first",
  page: "command-line-clusters.md",
  arguments: {},
  options: { ...listOptions, ...clusterOptions },
  examples: [
    { line: "tsflyte execution list --where phase=RUNNING", says: "List what is running now" },
    {
      line: "tsflyte execution list --where launchPlan=garden.daily --limit 5",
      says: "List the last five of one launch plan",
    },
  ],
});

export const executionGetSpec = defineCommand({
  name: "get",
  summary: "Show the phase, the nodes and the error of an execution",
  page: "command-line-clusters.md",
  arguments: { id },
  options: {
    tasks: {
      kind: "flag",
      negatable: true,
      says: "Show the attempts of tasks too, which takes one more request per node",
      absent: "without",
    },
    ...clusterOptions,
  },
  examples: [{ line: "tsflyte execution get f4a1b2c3d4", says: "Show its nodes as a tree" }],
});

const wait = {
  wait: { kind: "flag", says: "Follow the new execution until it ends; the exit code says how" },
  "poll-interval": {
    kind: "text",
    placeholder: "SPAN",
    says: "How often to ask for news while following it, such as 2s",
    absent: "1s, and less often while nothing changes",
  },
} as const;
const name = { kind: "text", placeholder: "NAME", says: "The name of the new execution" } as const;

/** How a command ends that follows an execution. */
const exitCodes = {
  1: "The execution failed, or the cluster could not be reached",
  3: "The execution was aborted",
  4: "The execution timed out",
} as const;

export const executionWatchSpec = defineCommand({
  name: "watch",
  summary: "Follow an execution until it ends",
  page: "command-line-clusters.md",
  details:
    "Shows the nodes while they run, and at the end the outputs, or what failed with links to its logs. Ctrl-C " +
    "stops following; the execution goes on.",
  exitCodes,
  arguments: { id },
  options: { "poll-interval": wait["poll-interval"], ...clusterOptions },
  examples: [{ line: "tsflyte execution watch f4a1b2c3d4", says: "Follow an execution" }],
});

const files = {
  output: {
    kind: "text",
    short: "o",
    placeholder: "FOLDER",
    says: "Download the files and directories among the values into this folder",
  },
} as const;

export const executionOutputsSpec = defineCommand({
  name: "outputs",
  summary: "Print the outputs of an execution, or of one of its nodes",
  page: "command-line-clusters.md",
  arguments: { id },
  options: {
    node: { kind: "text", placeholder: "NODE", says: "Print the values of this node, by its id, such as n1" },
    ...files,
    ...clusterOptions,
  },
  examples: [
    { line: "tsflyte execution outputs f4a1b2c3d4 --json", says: "Print the outputs as JSON" },
    {
      line: "tsflyte execution outputs f4a1b2c3d4 -o results",
      says: "Print the outputs, and download their files",
    },
  ],
});

export const executionInputsSpec = defineCommand({
  name: "inputs",
  summary: "Print the inputs of an execution, or of one of its nodes",
  page: "command-line-clusters.md",
  arguments: { id },
  options: executionOutputsSpec.options,
  examples: [
    { line: "tsflyte execution inputs f4a1b2c3d4", says: "Print the inputs that it was started with" },
  ],
});

export const executionLogsSpec = defineCommand({
  name: "logs",
  summary: "Print links to the logs of an execution",
  page: "command-line-clusters.md",
  arguments: {
    id,
    node: { says: "Only logs of this node and of the nodes inside it, such as n1", kind: "optional" },
  },
  options: clusterOptions,
  examples: [
    { line: "tsflyte execution logs f4a1b2c3d4", says: "Print links to the logs of all nodes" },
    { line: "tsflyte execution logs f4a1b2c3d4 n1", says: "Print links to the logs of one node" },
  ],
});

export const executionTerminateSpec = defineCommand({
  name: "terminate",
  summary: "Terminate an execution",
  page: "command-line-clusters.md",
  arguments: { id },
  options: {
    cause: { kind: "text", placeholder: "TEXT", says: "Why it is terminated, as the console shows it" },
    yes: { kind: "flag", short: "y", says: "Do not ask for confirmation" },
    ...clusterOptions,
  },
  examples: [
    {
      line: "tsflyte execution terminate f4a1b2c3d4 --cause superseded",
      says: "Terminate an execution, and say why",
    },
  ],
});

export const executionRecoverSpec = defineCommand({
  name: "recover",
  summary: "Repeat an execution, without the nodes that succeeded in it",
  page: "command-line-clusters.md",
  exitCodes,
  arguments: { id },
  options: { name, ...wait, ...clusterOptions },
  examples: [
    {
      line: "tsflyte execution recover f4a1b2c3d4 --wait",
      says: "Go on where it failed, and follow the new execution",
    },
  ],
});

export const executionRelaunchSpec = defineCommand({
  name: "relaunch",
  summary: "Repeat a whole execution with the same inputs",
  page: "command-line-clusters.md",
  exitCodes,
  arguments: { id },
  options: {
    name,
    "overwrite-cache": { kind: "flag", says: "Run cached tasks anyway, and replace their results" },
    ...wait,
    ...clusterOptions,
  },
  examples: [{ line: "tsflyte execution relaunch f4a1b2c3d4", says: "Run everything again" }],
});

export const executionApproveSpec = defineCommand({
  name: "approve",
  summary: "Approve or reject what an execution waits for",
  page: "command-line-clusters.md",
  arguments: {
    id,
    signal: { says: "The name of the approval; needed if the execution waits for several", kind: "optional" },
  },
  options: { reject: { kind: "flag", says: "Reject it, so that the node fails" }, ...clusterOptions },
  examples: [{ line: "tsflyte execution approve f4a1b2c3d4 release", says: "Let the execution go on" }],
});

export const executionSignalSpec = defineCommand({
  name: "signal",
  summary: "Give an execution a value that it waits for, or list what it waits for",
  page: "command-line-clusters.md",
  details:
    "Without SIGNAL it lists the signals of the execution; on a terminal it then asks for the value of the " +
    "first one that waits. The value is written as for an input of `tsflyte run`, by the type that the signal " +
    "declares.",
  arguments: {
    id,
    signal: { says: "The name of the signal", kind: "optional" },
    value: { says: "The value to give", kind: "optional" },
  },
  options: clusterOptions,
  examples: [
    { line: "tsflyte execution signal f4a1b2c3d4", says: "List what it waits for" },
    { line: "tsflyte execution signal f4a1b2c3d4 amount 5", says: "Give the signal `amount` a value" },
  ],
});
