/** VALUE_TYPE_MISMATCH, CONDITIONAL_ARM_INVALID, BINDING_TYPE_MISMATCH, PROMISE_USED_AS_VALUE: a wrong arm does not hide others. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  const size = conditional("size")
    // @ts-expect-error a text is no int
    .if(n.gt("10"), () => square({ x: n })) // here
    // @ts-expect-error a constant is not what a call gives
    .elseIf(n.gt(5), () => 5) // here
    // @ts-expect-error a text is no int
    .else(() => square({ x: "1" })); // here
  // @ts-expect-error a promise is no number
  return square({ x: size - 1 }); // here
});

compile(pipeline);
