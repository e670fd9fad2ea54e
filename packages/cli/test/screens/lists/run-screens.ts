import type { Screen } from "../screen.js";

/** Screens of running something here. */
export const runScreens: readonly Screen[] = [
  { name: "run", line: "tsflyte run src/workflows.ts garden --rain 2" },
  { name: "run-list", line: "tsflyte run src/workflows.ts --help" },
  { name: "run-entity-help", line: "tsflyte run src/workflows.ts garden --help" },
  { name: "run-unknown-entity", line: "tsflyte run src/workflows.ts gardn" },
  { name: "run-wrong-input", line: "tsflyte run src/workflows.ts garden --rain heavy" },
  { name: "run-failed", line: "tsflyte run src/workflows.ts flood", place: "faulty" },
  { name: "run-progress", line: "tsflyte run src/slow.ts slow", until: "✓ dig" },
];
