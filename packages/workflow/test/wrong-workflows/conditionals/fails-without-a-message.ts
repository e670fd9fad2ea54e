/** OPTION_INVALID: a conditional fails and does not say why. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  conditional("size")
    .if(n.gt(10), () => square({ x: n }))
    // @ts-expect-error a message is needed
    .fail(); // here
});

compile(pipeline);
