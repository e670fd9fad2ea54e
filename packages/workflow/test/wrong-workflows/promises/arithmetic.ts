/** PROMISE_USED_AS_VALUE: a promise is added to. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  const area = square({ x: n });
  // @ts-expect-error a promise is no number
  return square({ x: area + 1 }); // here
});

compile(pipeline);
