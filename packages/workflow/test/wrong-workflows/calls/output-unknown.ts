/** INPUT_MISSING: an output that the task does not have. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const split = task({ name: "split", outputs: { head: t.int(), rest: t.int() } }, () => ({
  head: 1,
  rest: 2,
}));
const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", output: t.int() }, () => {
  const parts = split();
  // @ts-expect-error it is called rest
  return square({ x: parts.tail }); // here
});

compile(pipeline);
