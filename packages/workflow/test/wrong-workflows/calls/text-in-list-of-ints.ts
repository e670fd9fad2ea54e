/** BINDING_TYPE_MISMATCH: one element of a list is of another type. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const sum = task({ name: "sum", inputs: { xs: t.list(t.int()) }, output: t.int() }, ({ xs }) => xs.length);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  // @ts-expect-error a text is no int
  return sum({ xs: [n, "2", 3] }); // here
});

compile(pipeline);
