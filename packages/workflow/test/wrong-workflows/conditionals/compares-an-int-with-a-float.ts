/** CONDITION_NOT_COMPARABLE: an int is compared with a float. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int(), x: t.float() } }, ({ n, x }) => {
  conditional("size")
    // @ts-expect-error of one type, they are compared
    .if(n.gt(x), () => square({ x: n })) // here
    .else(() => square({ x: 3 }));
});

compile(pipeline);
