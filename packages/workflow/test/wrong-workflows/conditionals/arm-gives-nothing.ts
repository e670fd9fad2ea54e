/** CONDITIONAL_ARM_INVALID: a `return` was forgotten. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) =>
  // @ts-expect-error the first arm gives nothing
  conditional("size")
    // @ts-expect-error an arm gives what its call gives
    .if(n.gt(10), () => {
      // here
      square({ x: n });
    })
    .else(() => square({ x: 3 })),
);

compile(pipeline);
