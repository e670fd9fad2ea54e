/** NODE_ID_TWICE: two arms of one conditional under one id. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  conditional("size")
    .if(n.gt(10), () => square({ x: n }, { id: "area" }))
    .else(() => square({ x: 3 }, { id: "area" })); // here
});

compile(pipeline);
