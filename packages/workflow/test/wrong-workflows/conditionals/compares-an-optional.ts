/** CONDITION_NOT_COMPARABLE: what may be missing is compared. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.optional(t.int()) } }, ({ n }) => {
  conditional("size")
    // @ts-expect-error there may be none
    .if(n.gt(10), () => square({ x: 1 })) // here
    .else(() => square({ x: 3 }));
});

compile(pipeline);
