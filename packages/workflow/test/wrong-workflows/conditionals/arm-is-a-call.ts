/** CONDITIONAL_ARM_INVALID: an arm is called at once instead of being a closure. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  conditional("size")
    // @ts-expect-error an arm is a closure
    .if(n.gt(10), square({ x: n })) // here
    .else(() => square({ x: 3 }));
});

compile(pipeline);
