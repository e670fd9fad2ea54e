import { writeFileSync } from "node:fs";
import { mapTask, t, task } from "@flytekit-ts/workflow";

class Recoverable extends Error {}

const int = t.int();
const job = t.struct("Job", { name: t.string(), n: int });

export const double = task({ name: "s09_map.double", inputs: { x: int }, output: int }, ({ x }) => 2 * x);
export const join = task(
  { name: "s09_map.join", inputs: { a: t.string(), b: t.string(), sep: t.string() }, output: t.string() },
  ({ a, b, sep }) => a + sep + b,
);
export const oddOnly = task({ name: "s09_map.odd_only", inputs: { x: int }, output: int }, ({ x }) => {
  if (x % 2 === 0) throw new Error(`${x} is even`);
  return x;
});
export const retryMe = task(
  { name: "s09_map.retry_me", inputs: { x: int }, output: int, retry: { on: [Recoverable] } },
  ({ x }): number => {
    throw new Recoverable(`item ${x}`);
  },
);
export const runJob = task(
  {
    name: "s09_map.run_job",
    inputs: { job, scale: t.optional(t.float()).default(undefined) },
    output: t.string(),
  },
  ({ job: { name, n }, scale }) => `${name}:${n}:${scale === undefined ? "None" : scale.toFixed(1)}`,
);
export const noOut = task({ name: "s09_map.no_out", inputs: { x: int } }, ({ x }) => console.log("item", x));
export const toFile = task(
  { name: "s09_map.to_file", inputs: { x: t.string() }, output: t.file() },
  ({ x }, context) => {
    const path = context.newFile("item.txt");
    writeFileSync(path, x);
    return path;
  },
);
export const whole = task(
  { name: "s09_map.whole", inputs: { xs: t.list(int), k: int }, output: int },
  ({ xs, k }) => xs.reduce((sum, x) => sum + x, k),
);

export const doubles = mapTask(double);
export const joined = mapTask(join, { over: ["a", "b"] });
export const odds = mapTask(oddOnly, { minSuccessRatio: 0.5 });
export const oddsAtLeast = mapTask(oddOnly, { minSuccesses: 1, concurrency: 2 });
export const retries = mapTask(retryMe);
export const jobs = mapTask(runJob, { over: ["job", "scale"] });
export const noOuts = mapTask(noOut);
export const files = mapTask(toFile);
export const wholes = mapTask(whole, { over: ["k"] });
