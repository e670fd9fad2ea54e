/** BINDING_TYPE_MISMATCH: an int feeds a float. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const half = task({ name: "half", inputs: { x: t.float() }, output: t.float() }, ({ x }) => x / 2);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.float() }, ({ n }) => {
  // @ts-expect-error an int is no float
  return half({ x: n }); // here
});

compile(pipeline);
