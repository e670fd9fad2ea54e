/** BINDING_TYPE_MISMATCH: all named outputs of a call where one of them is meant. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const split = task({ name: "split", outputs: { head: t.int(), rest: t.int() } }, () => ({
  head: 1,
  rest: 2,
}));
const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", output: t.int() }, () => {
  const parts = split();
  // @ts-expect-error one of the two is meant
  return square({ x: parts }); // here
});

compile(pipeline);
