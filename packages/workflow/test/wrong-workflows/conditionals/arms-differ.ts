/** CONDITIONAL_ARMS_DIFFER: an output of two types. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const half = task({ name: "half", inputs: { x: t.int() }, output: t.float() }, ({ x }) => x / 2);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  conditional("size") // here
    .if(n.gt(10), () => square({ x: n }))
    // @ts-expect-error the arms give different types
    .else(() => half({ x: n }));
});

compile(pipeline);
