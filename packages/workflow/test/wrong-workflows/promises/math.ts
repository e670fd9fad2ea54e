/** PROMISE_USED_AS_VALUE: a function of JavaScript is given a promise. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  // @ts-expect-error a promise is no number
  return square({ x: Math.max(n, 3) }); // here
});

compile(pipeline);
