import { setImmediate as turn } from "node:timers/promises";
import {
  approve,
  conditional,
  dynamic,
  launchPlan,
  mapTask,
  NonRecoverableError,
  sleep,
  t,
  task,
  workflow,
} from "@flytekit-ts/workflow";

const inc = task({ name: "mixed.inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
const later = task(
  { name: "mixed.later", inputs: { x: t.int() }, output: t.int() },
  async ({ x }, context) => {
    await turn(undefined, { signal: context.signal });
    return x * 2;
  },
);
const flaky = task(
  { name: "mixed.flaky", inputs: { x: t.int() }, output: t.int(), retries: 2, timeout: "10 s" },
  async ({ x }, { attempt, signal }) => {
    await turn();
    if (attempt < 2) throw new RangeError(`attempt ${attempt}, ${signal.aborted ? "late" : "in time"}`);
    return x;
  },
);
const small = task({ name: "mixed.small", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
  if (x > 2) throw new NonRecoverableError(`${x} is too large`);
  return x;
});
const clean = task({ name: "mixed.clean", inputs: { x: t.int() } }, async () => {
  await turn();
});

const inner = workflow({ name: "mixed.inner", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
  later({ x: inc({ x }) }),
);
const guarded = workflow(
  { name: "mixed.guarded", inputs: { x: t.int() }, output: t.int(), onFailure: clean },
  ({ x }) => flaky({ x: inner({ x }) }),
);
const planned = launchPlan(guarded, { name: "mixed.plan" });
const grown = dynamic({ name: "mixed.grown", inputs: { n: t.int() }, output: t.list(t.int()) }, ({ n }) =>
  Array.from({ length: n }, (_, i) => later({ x: i })),
);

/** A workflow with a node of every kind, whose tasks wait, retry, fail and do not. Its gate is called `ok`. */
export const mixed = workflow(
  { name: "mixed", inputs: { x: t.int() }, outputs: { size: t.int(), items: t.list(t.int()) } },
  ({ x }) => {
    const first = inc({ x });
    const agreed = approve(first, "ok");
    sleep("1 s", { after: [first] });
    const size = conditional("size")
      .if(agreed.gt(3), () => planned({ x: agreed }))
      .else(() => inner({ x: inc({ x: agreed }) }));
    const list = grown({ n: 3 });
    const items = mapTask(later, { concurrency: 2 })({ x: list });
    mapTask(small, { minSuccesses: 1 })({ x: list });
    return { size, items };
  },
);
