/** BINDING_TYPE_MISMATCH: one of several outputs of a call feeds an input of another type. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const split = task({ name: "split", outputs: { head: t.string(), size: t.int() } }, () => ({
  head: "a",
  size: 1,
}));
const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", output: t.int() }, () => {
  const { head } = split();
  // @ts-expect-error a text is no int
  return square({ x: head }); // here
});

compile(pipeline);
