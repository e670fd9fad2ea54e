/** INPUT_MISSING: nothing is missing, and the test of the corpus has to notice. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", output: t.int() }, () => {
  return square({ x: 3 }); // here
});

compile(pipeline);
