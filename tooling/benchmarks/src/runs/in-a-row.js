// Prints by how many megabytes the heap and the process grow in 20,000 runs, one after another, and what a run takes.
import { runLocal } from "@flytekit-ts/local-exec";
import * as authoring from "@flytekit-ts/workflow";
import { shapesOf } from "./shapes.js";

const RUNS = 20_000;
const wf = shapesOf(authoring).chain(10);
const once = async (/** @type {number} */ count) => {
  for (let i = 0; i < count; i += 1) await runLocal(wf, { x: i });
};
// By then the code is compiled and the heap has its size: what grows after that is kept by runs.
await once(RUNS);
const before = sizes();
const start = performance.now();
await once(RUNS);
const run = (performance.now() - start) / RUNS;
const after = sizes();
process.stdout.write(
  JSON.stringify({ heap: after.heap - before.heap, process: after.process - before.process, run }),
);

function sizes() {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed / 1e6, process: rss / 1e6 };
}
