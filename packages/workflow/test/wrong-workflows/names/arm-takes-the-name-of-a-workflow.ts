/** NAME_TWICE: a workflow is called what an arm of several calls is called. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const other = workflow({ name: "main.size.if", output: t.int() }, () => square({ x: 1 }));

const main = workflow({ name: "main", inputs: { n: t.int() } }, ({ n }) => {
  other();
  conditional("size")
    .if(n.gt(10), () => square({ x: square({ x: n }) })) // here
    .else(() => square({ x: 3 }));
});

compile(main);
