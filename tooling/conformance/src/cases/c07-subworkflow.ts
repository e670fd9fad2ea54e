import { t, task, workflow } from "@flytekit-ts/workflow";

export const inc = task(
  { name: "c07_subworkflow.inc", inputs: { x: t.int() }, output: t.int() },
  ({ x }) => x + 1,
);

const inner = workflow({ name: "c07_subworkflow.inner", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
  inc({ x: inc({ x }) }),
);

const middle = workflow(
  {
    name: "c07_subworkflow.middle",
    inputs: { x: t.int(), y: t.int().default(3) },
    outputs: { o0: t.int(), o1: t.int() },
  },
  ({ x, y }) => ({ o0: inner({ x }), o1: inner({ x: y }) }),
);

const outer = workflow(
  { name: "c07_subworkflow.outer", inputs: { x: t.int() }, outputs: { o0: t.int(), o1: t.int() } },
  ({ x }) => {
    const { o0, o1 } = middle({ x });
    return { o0: inner({ x: o0 }), o1 };
  },
);

/** Sub-workflows two deep, one used twice. */
export const entities = [outer];
