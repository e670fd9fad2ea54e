/** VALUE_TYPE_MISMATCH: an int is compared with a constant that is none. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  conditional("size")
    .if(n.gt(2.5), () => square({ x: n })) // here
    .else(() => square({ x: 3 }));
});

compile(pipeline);
