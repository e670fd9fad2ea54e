/** CONDITIONAL_ARM_INVALID: one of the named results of an arm is a constant. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const split = task({ name: "split", outputs: { head: t.int(), rest: t.int() } }, () => ({
  head: 1,
  rest: 2,
}));

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  conditional("size")
    .if(n.gt(10), () => split())
    // @ts-expect-error a constant is no result of a call
    .else(() => ({ head: split().head, rest: 0 })); // here
});

compile(pipeline);
