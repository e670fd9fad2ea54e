/** CONDITION_TOO_DEEP: a condition that nests `and` and `or` in each other hundreds of times. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  let isLucky = n.eq(0);
  for (let x = 1; x <= 150; x += 1) isLucky = isLucky.or(n.eq(x)).and(n.ne(-x));
  return conditional("luck")
    .if(isLucky, () => square({ x: n })) // here
    .else(() => square({ x: 1 }));
});

compile(pipeline);
