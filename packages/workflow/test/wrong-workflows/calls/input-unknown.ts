/** INPUT_UNKNOWN: an input that the task does not have. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  // @ts-expect-error it is called x
  return square({ n }); // here
});

compile(pipeline);
