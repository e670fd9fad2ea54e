/** OPTION_INVALID: a conditional without a name. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  conditional("") // here
    .if(n.gt(10), () => square({ x: n }))
    .else(() => square({ x: 3 }));
});

compile(pipeline);
