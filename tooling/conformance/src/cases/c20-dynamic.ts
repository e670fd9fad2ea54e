import { dynamic, t, task, workflow } from "@flytekit-ts/workflow";

export const inc = task(
  { name: "c20_dynamic.inc", inputs: { x: t.int() }, output: t.int() },
  ({ x }) => x + 1,
);

export const grow = dynamic(
  { name: "c20_dynamic.grow", inputs: { n: t.int() }, output: t.list(t.int()), retries: 2 },
  ({ n }) => Array.from({ length: n }, (_, x) => inc({ x })),
);

const usesDynamic = workflow(
  { name: "c20_dynamic.uses_dynamic", inputs: { n: t.int() }, output: t.list(t.int()) },
  ({ n }) => grow({ n }),
);

/** A dynamic in a workflow; flytekit registers nothing of what its body calls. */
export const entities = [usesDynamic];
