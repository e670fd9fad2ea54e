/** INPUT_MISSING: the length of a list that is not there yet. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow(
  { name: "pipeline", inputs: { xs: t.list(t.int()) }, output: t.int() },
  ({ xs }) => {
    // @ts-expect-error a promise has no length
    return square({ x: xs.length }); // here
  },
);

compile(pipeline);
