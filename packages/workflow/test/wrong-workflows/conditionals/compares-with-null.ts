/** VALUE_TYPE_MISMATCH: a comparison with nothing. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  conditional("size")
    // @ts-expect-error null is no int
    .if(n.eq(null), () => square({ x: n })) // here
    .else(() => square({ x: 3 }));
});

compile(pipeline);
