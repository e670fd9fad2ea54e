/** CONDITIONAL_ARM_INVALID: an arm that returns its results in an array. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { x: t.int() } }, ({ x }) => {
  conditional("size")
    // @ts-expect-error an array gives the results no names
    .if(x.gt(3), () => [square({ x }), square({ x: 2 })]) // here
    .else(() => square({ x }));
});

compile(pipeline);
