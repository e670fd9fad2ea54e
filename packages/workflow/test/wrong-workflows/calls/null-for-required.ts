/** BINDING_TYPE_MISMATCH: null where a value has to be. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", output: t.int() }, () => {
  // @ts-expect-error null is no int
  return square({ x: null }); // here
});

compile(pipeline);
