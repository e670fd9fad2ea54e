/** CONDITIONAL_UNFINISHED: a conditional in an arm of another has no last arm. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  conditional("size")
    .if(n.gt(10), () => {
      conditional("inner").if(n.gt(100), () => square({ x: n })); // here
      return square({ x: n });
    })
    .else(() => square({ x: 3 }));
});

compile(pipeline);
