import { defineCommand } from "../../command/command-spec.js";

export const graphSpec = defineCommand({
  name: "graph",
  summary: "Draw the graph of a workflow: as mermaid, dot or SVG",
  details:
    "Draws a workflow that a file exports, with the workflows inside it; of a launch plan or a task, a graph of one node.",
  arguments: {
    file: { says: "A file of TypeScript or JavaScript that exports the entity", kind: "optional" },
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
    types: { kind: "flag", negatable: true, says: "Say the types of values on the lines, or not" },
  },
  examples: [
    { line: "tsflyte graph src/workflows.ts pipeline", says: "Print mermaid, for a page of Markdown" },
    { line: "tsflyte graph src/workflows.ts pipeline -o pipeline.svg", says: "Draw a picture" },
  ],
});
