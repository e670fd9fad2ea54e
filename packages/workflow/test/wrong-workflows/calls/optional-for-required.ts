/** BINDING_TYPE_MISMATCH: what may be missing feeds what has to be there. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow(
  { name: "pipeline", inputs: { n: t.optional(t.int()) }, output: t.int() },
  // @ts-expect-error there may be none
  ({ n }) => square({ x: n }), // here
);

compile(pipeline);
