/**
 * Who is measured, and beside whom: those of equal durability. `process` survives the end of the process, and `disk` the
 * loss of power, too.
 *
 * @type {readonly { name: string, script: string, args: readonly string[], beside: string, turns?: number }[]}
 */
export const CONTESTANTS = [
  { name: "here, in memory", script: "ours.js", args: ["memory"], beside: "here, in memory" },
  { name: "Mastra, in memory", script: "mastra.js", args: ["memory"], beside: "here, in memory" },
  { name: "LangGraph, no checkpointer", script: "langgraph.js", args: ["none"], beside: "here, in memory" },
  { name: "LangGraph, MemorySaver", script: "langgraph.js", args: ["memory"], beside: "here, in memory" },
  { name: "flytekit (Python)", script: "flytekit_local.py", args: [], beside: "here, in memory" },
  {
    name: "here, journal (process)",
    script: "ours.js",
    args: ["process"],
    beside: "here, journal (process)",
  },
  {
    name: "LangGraph, SqliteSaver, NORMAL",
    script: "langgraph.js",
    args: ["sqlite", "NORMAL"],
    beside: "here, journal (process)",
  },
  // Its runs take minutes.
  {
    name: "workflow, world-local",
    script: "vercel.js",
    args: [],
    beside: "here, journal (process)",
    turns: 1,
  },
  { name: "here, journal (disk)", script: "ours.js", args: ["disk"], beside: "here, journal (disk)" },
  {
    name: "LangGraph, SqliteSaver, FULL",
    script: "langgraph.js",
    args: ["sqlite", "FULL"],
    beside: "here, journal (disk)",
  },
  { name: "Mastra, LibSQLStore", script: "mastra.js", args: ["libsql"], beside: "here, journal (disk)" },
];
