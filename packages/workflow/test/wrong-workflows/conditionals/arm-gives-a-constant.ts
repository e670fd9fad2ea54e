/** CONDITIONAL_ARM_INVALID: an arm gives a constant. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  conditional("size")
    .if(n.gt(10), () => square({ x: n }))
    // @ts-expect-error an arm calls something
    .else(() => 0); // here
});

compile(pipeline);
