/** CONDITIONAL_NAME_TWICE: two conditionals of one name, whose arms become workflows of one name. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int(), m: t.int() } }, ({ n, m }) => {
  conditional("size")
    .if(n.gt(10), () => square({ x: square({ x: n }) }))
    .else(() => square({ x: 3 }));
  conditional("size") // here
    .if(m.gt(10), () => square({ x: square({ x: m }) }))
    .else(() => square({ x: 4 }));
});

compile(pipeline);
