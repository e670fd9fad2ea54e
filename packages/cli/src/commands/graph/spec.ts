import { defineCommand } from "../../command/command-spec.js";

export const graphSpec = defineCommand({
  name: "graph",
  summary: "Draw the graph of a workflow: Mermaid, DOT, SVG, or an interactive page",
  details:
    "Draws a workflow that a file exports, with the workflows inside it; a task or a launch plan is drawn as " +
    "one node. With --run it shows the state of each node in a kept run, and needs no file. The interactive " +
    "page is one HTML file that works without a network: zoom, search, fold workflows, and see the details of " +
    "nodes.",
  arguments: {
    file: { says: "The TypeScript or JavaScript file that exports the workflow", kind: "optional" },
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
    open: { kind: "flag", says: "Open the page in a browser; without --output, as a temporary file" },
    types: { kind: "flag", negatable: true, says: "Show the types of values on the lines, or not", absent: "show" },
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
  ],
});
