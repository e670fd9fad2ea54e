/** BINDING_TYPE_MISMATCH: a text is waited for, and used as an int. */
import { compile, t, task, waitForInput, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", output: t.int() }, () => {
  const limit = waitForInput("limit", t.string());
  // @ts-expect-error a text is no int
  return square({ x: limit }); // here
});

compile(pipeline);
