import { mapTask, t, task } from "@flytekit-ts/workflow";

class Recoverable extends Error {}

const int = t.int();
const kind = t.enum(["x", "y"]);
const job = t.struct("Job", { n: int, scale: t.float().default(2) });

export const square = task({ name: "m09_map.square", inputs: { x: int }, output: int }, ({ x }) => x * x);
export const add = task(
  { name: "m09_map.add", inputs: { a: int, b: int.default(7) }, output: int },
  ({ a, b }) => a + b,
);
export const kindName = task(
  { name: "m09_map.kind_name", inputs: { k: kind }, output: t.string() },
  ({ k }) => k.toUpperCase(),
);
export const maybeDouble = task(
  { name: "m09_map.maybe_double", inputs: { x: t.optional(int) }, output: t.optional(int) },
  ({ x }) => (x === undefined ? undefined : 2 * x),
);
export const run = task({ name: "m09_map.run", inputs: { job }, output: job }, (given) => ({
  ...given.job,
  n: given.job.n + 1,
}));
export const read = task({ name: "m09_map.read", inputs: { f: t.file() }, output: t.string() }, ({ f }) =>
  f.text(),
);
export const lists = task(
  { name: "m09_map.lists", inputs: { xs: t.list(int) }, output: int },
  ({ xs }) => xs.length,
);
export const flaky = task(
  { name: "m09_map.flaky", inputs: { x: int }, output: int, retries: 2, retry: { on: [Recoverable] } },
  ({ x }): number => {
    throw new Error(`item ${x} is bad`);
  },
);
export const decked = task(
  { name: "m09_map.decked", inputs: { x: int }, output: int, deck: true },
  ({ x }) => x,
);
export const count = task(
  { name: "m09_map.count", inputs: { x: int }, output: int },
  async ({ x }, { checkpoint }) => {
    const before = await checkpoint.read();
    await checkpoint.write(String(x));
    return before === undefined ? x : Number(new TextDecoder().decode(before));
  },
);
export const hours = task(
  { name: "m09_map.hours", inputs: { x: t.duration() }, output: t.float() },
  ({ x }) => x / 3_600_000,
);
export const table = task(
  { name: "m09_map.table", inputs: { x: t.map(int), key: t.string() }, output: int },
  ({ x, key }) => x[key] ?? 0,
);

export const squares = mapTask(square);
export const adds = mapTask(add, { over: ["a", "b"] });
export const addsBound = mapTask(add, { over: ["a"] });
export const kinds = mapTask(kindName);
export const maybes = mapTask(maybeDouble, { over: ["x"] });
export const runs = mapTask(run);
export const reads = mapTask(read);
export const listLengths = mapTask(lists);
export const flakies = mapTask(flaky);
export const flakySome = mapTask(flaky, { minSuccessRatio: 0.1 });
export const deckeds = mapTask(decked);
export const counts = mapTask(count);
export const hourCounts = mapTask(hours);
export const tables = mapTask(table, { over: ["x"] });
