// Prints what a chain of 100,000 nodes takes: milliseconds of the first run, which compiles it, and of the second; and
// megabytes at most.
import { runLocal } from "@flytekit-ts/local-exec";
import * as authoring from "@flytekit-ts/workflow";
import { shapesOf } from "./shapes.js";

const SIZE = 100_000;
const { chain } = shapesOf(authoring);
await runLocal(chain(100), { x: 1 });
const before = process.memoryUsage.rss();
const long = chain(SIZE);
const first = await timed();
const second = await timed();
const growth = (process.resourceUsage().maxRSS * 1024 - before) / 1e6;
process.stdout.write(JSON.stringify({ first, second, growth }));

async function timed() {
  const start = performance.now();
  const last = await runLocal(long, { x: 0 });
  if (last !== SIZE) throw new Error(`the chain gave ${last}`);
  return performance.now() - start;
}
