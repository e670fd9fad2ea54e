import { t, task, workflow } from "@flytekit-ts/workflow";

export const square = task(
  { name: "c01_linear.square", inputs: { x: t.int() }, output: t.int() },
  ({ x }) => x * x,
);

export const describe = task(
  { name: "c01_linear.describe", inputs: { n: t.int() }, output: t.string() },
  ({ n }) => `got ${n}`,
);

const linear = workflow({ name: "c01_linear.linear", inputs: { x: t.int() }, output: t.string() }, ({ x }) =>
  describe({ n: square({ x }) }),
);

/** A chain of two tasks; one workflow input, one output. */
export const entities = [linear];
