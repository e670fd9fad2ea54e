/** The entities that the snippets of author's code use. */
import {
  approve,
  and,
  or,
  compile,
  conditional,
  containerTask,
  cron,
  dynamic,
  fixedRate,
  imperativeWorkflow,
  isFlytekitError,
  launchPlan,
  mapTask,
  NonRecoverableError,
  referenceLaunchPlan,
  referenceTask,
  referenceWorkflow,
  serialize,
  sleep,
  t,
  task,
  testContext,
  waitForInput,
  workflow,
} from "@flytekit-ts/workflow";
import { mock, runLocal, startLocal } from "@flytekit-ts/local-exec";
export {
  approve,
  and,
  or,
  compile,
  conditional,
  containerTask,
  cron,
  dynamic,
  fixedRate,
  imperativeWorkflow,
  isFlytekitError,
  launchPlan,
  mapTask,
  NonRecoverableError,
  referenceLaunchPlan,
  referenceTask,
  referenceWorkflow,
  serialize,
  sleep,
  t,
  task,
  testContext,
  waitForInput,
  workflow,
  mock,
  runLocal,
  startLocal,
};

export const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
export const dec = task({ name: "dec", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x - 1);
export const half = task({ name: "half", inputs: { x: t.float() }, output: t.float() }, ({ x }) => x / 2);
export const greet = task(
  {
    name: "greet",
    inputs: { who: t.string(), bang: t.boolean().default(true), title: t.optional(t.string()) },
    output: t.string(),
  },
  ({ who, bang, title }) => `${title ?? ""}${who}${bang ? "!" : ""}`,
);
export const sum = task({ name: "sum", inputs: { xs: t.list(t.int()) }, output: t.int() }, ({ xs }) =>
  xs.reduce((a, b) => a + b, 0),
);
export const sumF = task({ name: "sumF", inputs: { xs: t.list(t.float()) }, output: t.float() }, ({ xs }) =>
  xs.reduce((a, b) => a + b, 0),
);
export const holes = task(
  { name: "holes", inputs: { xs: t.list(t.optional(t.int())) }, output: t.int() },
  ({ xs }) => xs.length,
);
export const Color = t.enum(["red", "green"]);
export const paint = task({ name: "paint", inputs: { color: Color }, output: Color }, ({ color }) => color);
export const Dims = t.struct("Dims", { w: t.float(), h: t.float() });
export const Item = t.struct("Item", {
  sku: t.string(),
  qty: t.int(),
  dims: Dims,
  tags: t.map(t.list(t.string())),
});
export const Order = t.struct("Order", {
  id: t.string(),
  items: t.list(Item),
  paid: t.boolean().default(false),
  note: t.optional(t.string()),
  color: Color,
});
export const load = task({ name: "load", inputs: { id: t.string() }, output: Order }, ({ id }) => ({
  id,
  items: [],
  color: "red",
}));
export const ship = task(
  {
    name: "ship",
    inputs: { order: Order, to: t.string() },
    outputs: { eta: t.duration(), at: t.datetime(), ok: t.boolean() },
  },
  () => ({ eta: 1, at: new Date(), ok: true }),
);
export const weigh = task(
  { name: "weigh", inputs: { item: Item, factor: t.float().default(1) }, output: t.float() },
  ({ item, factor }) => item.dims.w * factor,
);
export const maybe = task({ name: "maybe", output: t.optional(t.int()) }, () => undefined);
export const note = task({ name: "note" }, () => {});
export const log = task({ name: "log", inputs: { text: t.string() } }, () => {});
export const pairOf = task(
  { name: "pairOf", inputs: { n: t.int() }, outputs: { lo: t.int(), hi: t.int() } },
  ({ n }) => ({ lo: n, hi: n + 1 }),
);
export const grid = task({ name: "grid", output: t.list(t.map(t.list(t.int()))) }, () => [{ k: [1] }]);
export const rows = task({ name: "rows", inputs: { n: t.int() }, output: t.list(t.int()) }, ({ n }) => [n]);
export const child = workflow(
  { name: "child", inputs: { n: t.int(), scale: t.float().default(1) }, output: t.int() },
  ({ n }) => inc({ x: n }),
);
export const childPair = workflow(
  { name: "childPair", inputs: { n: t.int() }, outputs: { lo: t.int(), hi: t.int() } },
  ({ n }) => pairOf({ n }),
);
export const job = workflow(
  {
    name: "job",
    inputs: { day: t.datetime(), region: t.string(), top: t.int().default(3), tag: t.optional(t.string()) },
    output: t.string(),
  },
  ({ region }) => greet({ who: region }),
);
export const spread = dynamic({ name: "spread", inputs: { n: t.int() }, output: t.list(t.int()) }, ({ n }) =>
  Array.from({ length: n }, (_, x) => inc({ x })),
);
export const refT = referenceTask({
  project: "p",
  domain: "d",
  version: "v",
  name: "refT",
  inputs: { x: t.int() },
  output: t.float(),
});
export const refLP = referenceLaunchPlan({
  project: "p",
  domain: "d",
  version: "v",
  name: "refLP",
  inputs: { x: t.int() },
  output: t.float(),
});
export const refW = referenceWorkflow({
  project: "p",
  domain: "d",
  version: "v",
  name: "refW",
  inputs: { x: t.int() },
  output: t.float(),
});
export const cont = containerTask({
  name: "cont",
  image: "i:1",
  inputs: { x: t.int() },
  outputs: { y: t.float() },
  inputDir: "/i",
  outputDir: "/o",
  command: ["run"],
});
export const cleanup = task(
  { name: "cleanup", inputs: { n: t.int(), err: t.optional(t.error()) } },
  () => {},
);

export const makeCsv = task({ name: "makeCsv", output: t.file("csv") }, () => "a.csv");
export const makeTxt = task({ name: "makeTxt", output: t.file("txt") }, () => "a.txt");
export const makeAny = task({ name: "makeAny", output: t.file() }, () => "a");
export const readCsv = task(
  { name: "readCsv", inputs: { file: t.file("csv") }, output: t.string() },
  async ({ file }) => file.text(),
);
export const readAny = task(
  { name: "readAny", inputs: { file: t.file() }, output: t.string() },
  async ({ file }) => file.text(),
);
export const makeDir = task({ name: "makeDir", output: t.directory() }, () => "a");
export const readDir = task(
  { name: "readDir", inputs: { dir: t.directory() }, output: t.string() },
  async ({ dir }) => dir.path(),
);
export const Sale = { day: t.datetime(), amount: t.float(), item: t.string() };
export const sales = task({ name: "sales", output: t.dataset({ columns: Sale, format: "parquet" }) }, () => [
  { day: new Date(), amount: 1, item: "tea" },
]);
export const untyped = task({ name: "untyped", output: t.dataset() }, () => [{ a: 1 }]);
export const income = task(
  { name: "income", inputs: { sales: t.dataset({ columns: { amount: t.float() } }) }, output: t.float() },
  async ({ sales: table }) => {
    let all = 0;
    for await (const { amount } of table.rows()) all += amount;
    return all;
  },
);
export const meta = task({ name: "meta", output: t.json() }, () => ({ a: 1 }));
export const keep = task({ name: "keep", inputs: { json: t.json() } }, () => {});
export const today = task({ name: "today", output: t.date() }, () => "2024-05-31");
export const onDay = task({ name: "onDay", inputs: { day: t.date() } }, () => {});
export const Size = t.literal(["small", "large"]);
export const Level = t.literal([1, 2, 3]);
export const choose = task(
  { name: "choose", inputs: { size: Size, level: Level }, output: Size },
  ({ size }) => size,
);
export const level = task({ name: "level", output: Level }, () => 1);
export const IntOrText = t.union([t.int(), t.string()]);
export const either = task({ name: "either", inputs: { x: IntOrText }, output: IntOrText }, ({ x }) => x);
export const bytes = task({ name: "bytes", output: t.binary() }, () => new Uint8Array());
export const hash = task(
  { name: "hash", inputs: { data: t.binary() }, output: t.string() },
  ({ data }) => `${data.length}`,
);
export const Report = t.struct("Report", { csv: t.file("csv"), on: t.date(), meta: t.json(), size: Size });
export const report = task({ name: "report", output: Report }, () => ({
  csv: "a.csv",
  on: "2024-05-31",
  meta: {},
  size: "small",
}));
export const byId = task(
  { name: "byId", output: t.map(t.string(), { keys: t.int() }) },
  () => new Map([[1, "a"]]),
);
