/** BINDING_TYPE_MISMATCH: a single promise where a list is taken. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const sum = task({ name: "sum", inputs: { xs: t.list(t.int()) }, output: t.int() }, ({ xs }) => xs.length);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  // @ts-expect-error an int is no list
  return sum({ xs: n }); // here
});

compile(pipeline);
