/** BINDING_TYPE_MISMATCH: a list where a single value is taken. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  // @ts-expect-error a list is no int
  return square({ x: [n, 2] }); // here
});

compile(pipeline);
