/** CONDITION_UNUSED: an `if` of JavaScript, which takes every condition for true. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  if (n.gt(10)) return square({ x: n }); // here
  return square({ x: 3 });
});

compile(pipeline);
