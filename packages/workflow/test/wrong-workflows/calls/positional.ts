/** ARGUMENTS_NOT_AN_OBJECT: arguments by position. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  // @ts-expect-error arguments are one object
  return square(n); // here
});

compile(pipeline);
