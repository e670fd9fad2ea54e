/** BINDING_TYPE_MISMATCH: a task is passed where its result is meant. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const count = task({ name: "count", output: t.int() }, () => 3);
const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", output: t.int() }, () => {
  // @ts-expect-error the task was not called
  return square({ x: count }); // here
});

compile(pipeline);
