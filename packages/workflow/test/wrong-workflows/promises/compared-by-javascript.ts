/** PROMISE_USED_AS_VALUE: a promise in a condition of JavaScript. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  // @ts-expect-error a promise is no number
  if (n > 3) return square({ x: n }); // here
  return n;
});

compile(pipeline);
