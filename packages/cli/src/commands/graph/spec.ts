import { clusterOptions, registeredKind } from "../../cluster/cluster-options.js";
import { defineCommand } from "../../command/command-spec.js";

export const graphSpec = defineCommand({
  name: "graph",
  summary: "Draw the graph of a workflow: Mermaid, DOT, SVG, or an interactive page",
  details:
    "Draws a workflow that a file exports, with the workflows inside it; a task or a launch plan is drawn as " +
    "one node. With --remote it draws what is registered on the cluster under a name, or NAME:VERSION. With " +
    "--run it shows the state of each node in a kept run, and with --execution in an execution on the cluster; " +
    "both need no file. The interactive page is one HTML file that works without a network: zoom, search, fold " +
    "workflows, and see the details of nodes.",
  arguments: {
    file: {
      says: "The TypeScript or JavaScript file that exports the workflow; with --remote, a registered name",
      kind: "optional",
    },
    entity: { says: "The name of the workflow; not needed if the file exports only one", kind: "optional" },
  },
  options: {
    output: {
      kind: "text",
      short: "o",
      placeholder: "FILE",
      says: "The file to write; its ending sets the format",
      absent: "standard output",
    },
    format: {
      kind: "choice",
      choices: ["mermaid", "dot", "svg", "html"],
      says: "The format",
      absent: "by the ending of the file, else mermaid",
    },
    direction: {
      kind: "choice",
      choices: ["down", "right", "up", "left"],
      says: "The direction from inputs to outputs",
      absent: "down",
    },
    depth: {
      kind: "count",
      placeholder: "N",
      says: "How many levels of workflows inside workflows to draw; 0 for none",
      absent: "1",
    },
    run: {
      kind: "text",
      placeholder: "ID",
      says: "Show the states of the nodes in a kept run: the beginning of its id, `last`, or `last~1`",
    },
    execution: {
      kind: "text",
      placeholder: "ID",
      says: "Show the states of the nodes in an execution on the cluster",
    },
    remote: { kind: "flag", short: "r", says: "Draw what is registered on the cluster" },
    kind: registeredKind,
    open: { kind: "flag", says: "Open the page in a browser; without --output, as a temporary file" },
    types: {
      kind: "flag",
      negatable: true,
      says: "Show the types of values on the lines, or not",
      absent: "show",
    },
    ...clusterOptions,
  },
  examples: [
    {
      line: "tsflyte graph src/workflows.ts garden -o garden.html",
      says: "Write an interactive page",
    },
    { line: "tsflyte graph src/workflows.ts garden", says: "Print Mermaid, for a Markdown page" },
    { line: "tsflyte graph src/workflows.ts garden -o garden.svg", says: "Write a picture" },
    {
      line: "tsflyte graph --run last -o run.html",
      says: "Show how far the latest run has come, and where it failed",
    },
    {
      line: "tsflyte graph garden.main:v1 --remote -o garden.html",
      says: "Draw what is registered on the cluster",
    },
    {
      line: "tsflyte graph --execution f4a1b2c3d4 -o execution.html",
      says: "Show how far an execution on the cluster has come",
    },
  ],
});
