/** VALUE_TYPE_MISMATCH: a promise as a default. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const outer = workflow({ name: "outer", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  // @ts-expect-error a default is known beforehand
  const int = t.int().default(n); // here
  const square = task({ name: "square", inputs: { x: int }, output: t.int() }, ({ x }) => x * x);
  return square();
});

compile(outer);
