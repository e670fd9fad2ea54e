import { clusterOptions, registeredKind } from "../../cluster/cluster-options.js";
import { defineCommand } from "../../command/command-spec.js";

export const graphSpec = defineCommand({
  name: "graph",
  summary: "Draw the graph of a workflow: mermaid, dot, SVG, or a page to look around in",
  details:
    "Draws a workflow that a file exports, with the workflows inside it; of a launch plan or a task, a graph of one node. With --run it shows how far each node of a kept run has come, for which no file is needed, and with --execution the same of an execution on a cluster. With --remote it draws what is registered there under a name, or NAME:VERSION. The page (HTML) is one file that needs no network: zoom, search, fold workflows, see the details of nodes.",
  arguments: {
    file: {
      says: "A file of TypeScript or JavaScript that exports the entity; with --remote a name",
      kind: "optional",
    },
    entity: { says: "The name of the entity; not needed if the file exports one workflow", kind: "optional" },
  },
  options: {
    output: {
      kind: "text",
      short: "o",
      placeholder: "FILE",
      says: "Write to this file; its ending says in which format",
      absent: "standard output",
    },
    format: {
      kind: "choice",
      choices: ["mermaid", "dot", "svg", "html"],
      says: "The format",
      absent: "that of the ending of the file, else mermaid",
    },
    direction: {
      kind: "choice",
      choices: ["down", "right", "up", "left"],
      says: "Where the graph goes",
      absent: "down",
    },
    depth: {
      kind: "count",
      placeholder: "N",
      says: "Unfold workflows inside workflows this deep; 0 unfolds none",
      absent: "1",
    },
    run: {
      kind: "text",
      placeholder: "ID",
      says: "Show how far nodes came in a kept run: the beginning of its id, `last`, or `last~1`",
    },
    execution: {
      kind: "text",
      placeholder: "ID",
      says: "Show how far nodes came in an execution on the cluster",
    },
    remote: { kind: "flag", short: "r", says: "Draw what is registered on the cluster" },
    kind: registeredKind,
    open: { kind: "flag", says: "Open it in a browser; without a file, from a temporary one" },
    types: { kind: "flag", negatable: true, says: "Say the types of values on the lines, or not" },
    ...clusterOptions,
  },
  examples: [
    {
      line: "tsflyte graph src/workflows.ts garden -o garden.html",
      says: "Make a page to look around in the workflow",
    },
    { line: "tsflyte graph src/workflows.ts garden", says: "Print mermaid, for a page of Markdown" },
    { line: "tsflyte graph src/workflows.ts garden -o garden.svg", says: "Draw a picture" },
    {
      line: "tsflyte graph --run last -o run.html",
      says: "See how far the latest run has come, and where it failed",
    },
    { line: "tsflyte graph garden.main:v1 --remote -o garden.html", says: "See what is registered" },
    {
      line: "tsflyte graph --execution f4a1b2c3d4 -o execution.html",
      says: "See how far an execution on the cluster has come",
    },
  ],
});
