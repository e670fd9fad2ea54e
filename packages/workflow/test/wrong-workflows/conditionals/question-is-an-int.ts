/** VALUE_TYPE_MISMATCH: an int as a question. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  conditional("size")
    // @ts-expect-error an int is no condition
    .if(n, () => square({ x: n })) // here
    .else(() => square({ x: 3 }));
});

compile(pipeline);
