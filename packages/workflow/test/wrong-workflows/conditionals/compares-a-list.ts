/** CONDITION_NOT_COMPARABLE: a list is compared. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { xs: t.list(t.int()) } }, ({ xs }) => {
  conditional("empty")
    // @ts-expect-error lists are not compared
    .if(xs.eq([]), () => square({ x: 1 })) // here
    .else(() => square({ x: 3 }));
});

compile(pipeline);
