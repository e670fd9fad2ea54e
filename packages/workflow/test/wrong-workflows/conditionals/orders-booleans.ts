/** CONDITION_NOT_COMPARABLE: booleans are ordered. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { yes: t.boolean() } }, ({ yes }) => {
  conditional("answer")
    // @ts-expect-error booleans have no order
    .if(yes.gt(false), () => square({ x: 1 })) // here
    .else(() => square({ x: 3 }));
});

compile(pipeline);
