import type { Screen } from "../screen.js";

/** Screens of the graph of a workflow. */
export const graphScreens: readonly Screen[] = [
  { name: "graph", line: "tsflyte graph src/workflows.ts garden", isDocument: true },
  {
    name: "graph-remote",
    line: "tsflyte graph garden.main:v1 --remote",
    cluster: "shared",
    isDocument: true,
  },
  { name: "graph-remote-unknown", line: "tsflyte graph garden.mian --remote", cluster: "shared" },
  { name: "inspect-remote", line: "tsflyte inspect garden.main:v1 --remote", cluster: "shared" },
  { name: "graph-file", line: "tsflyte graph src/workflows.ts garden -o garden.dot" },
];
