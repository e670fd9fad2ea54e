/** INPUT_UNKNOWN: an option of the call stands among its arguments. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  // @ts-expect-error options are the second argument
  return square({ x: n, retries: 3 }); // here
});

compile(pipeline);
