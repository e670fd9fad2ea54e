/** VALUE_TYPE_MISMATCH: a question that is answered at once. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const isLarge = true;

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  conditional("size")
    // @ts-expect-error a boolean is no condition
    .if(isLarge, () => square({ x: n })) // here
    .else(() => square({ x: 3 }));
});

compile(pipeline);
