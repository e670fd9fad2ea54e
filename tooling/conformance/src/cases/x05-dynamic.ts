import { dynamic, NonRecoverableError, t, task, workflow } from "@flytekit-ts/workflow";

export const inc = task({ name: "x05_dynamic.inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
  if (x === 13) throw new NonRecoverableError("thirteen");
  return x + 1;
});

export const grow = dynamic(
  { name: "x05_dynamic.grow", inputs: { n: t.int() }, output: t.list(t.int()) },
  ({ n }) => Array.from({ length: n }, (_, x) => inc({ x })),
);
export const nested = dynamic(
  { name: "x05_dynamic.nested", inputs: { n: t.int() }, output: t.int() },
  ({ n }) => inc({ x: grow({ n }).at(n - 1) }),
);
export const unlucky = dynamic({ name: "x05_dynamic.unlucky", output: t.int() }, () => inc({ x: 13 }));

const grown = workflow(
  { name: "x05_dynamic.grown", inputs: { n: t.int() }, output: t.list(t.int()) },
  ({ n }) => grow({ n }),
);
const nesting = workflow({ name: "x05_dynamic.nesting", inputs: { n: t.int() }, output: t.int() }, ({ n }) =>
  inc({ x: nested({ n }) }),
);
const failing = workflow({ name: "x05_dynamic.failing", output: t.int() }, () => unlucky());

/** Dynamics: with nodes and without, inside each other, and with a node that fails. */
export const entities = [grown, nesting, failing];
