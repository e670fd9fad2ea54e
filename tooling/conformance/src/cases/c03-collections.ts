import { t, task, workflow } from "@flytekit-ts/workflow";

export const one = task({ name: "c03_collections.one", output: t.int() }, () => 1);

export const total = task(
  { name: "c03_collections.total", inputs: { xs: t.list(t.int()) }, output: t.int() },
  ({ xs }) => xs.reduce((sum, x) => sum + x, 0),
);

export const widest = task(
  { name: "c03_collections.widest", inputs: { m: t.map(t.list(t.int())) }, output: t.int() },
  ({ m }) => Math.max(...Object.values(m).map((xs) => xs.length)),
);

const collectionsWorkflow = workflow(
  { name: "c03_collections.collections_wf", inputs: { a: t.int() }, output: t.list(t.int()) },
  ({ a }) => {
    const o = one();
    const sum = total({ xs: [a, o, 3] });
    const most = widest({ m: { p: [o, 1], q: [], r: [a] } });
    return [sum, most, 7];
  },
);

/** Lists and maps mixing promises and constants, nested. */
export const entities = [collectionsWorkflow];
