/** INPUT_MISSING: an output that only one arm has is used afterwards. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const split = task({ name: "split", outputs: { head: t.int(), rest: t.int() } }, () => ({
  head: 1,
  rest: 2,
}));
const first = task({ name: "first", outputs: { head: t.int() } }, () => ({ head: 1 }));
const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  const parts = conditional("parts")
    .if(n.gt(10), () => split())
    .else(() => first());
  // @ts-expect-error only one arm gives rest
  return square({ x: parts.rest }); // here
});

compile(pipeline);
