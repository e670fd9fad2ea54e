import type { Screen } from "../screen.js";

/** Screens of the graph of a workflow. */
export const graphScreens: readonly Screen[] = [
  { name: "graph", line: "tsflyte graph src/workflows.ts garden", isDocument: true },
  { name: "graph-file", line: "tsflyte graph src/workflows.ts garden -o garden.dot" },
];
