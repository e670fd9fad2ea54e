/** CONDITIONAL_ARM_INVALID: an arm passes on what was there before. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow(
  { name: "pipeline", inputs: { n: t.int() }, output: t.int() },
  ({ n }) =>
    conditional("size")
      .if(n.gt(10), () => square({ x: n }))
      .else(() => n), // here
);

compile(pipeline);
