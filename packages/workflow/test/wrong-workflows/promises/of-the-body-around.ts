/** PROMISE_OUT_OF_PLACE: a workflow that is declared in a body uses that body's promises. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const outer = workflow({ name: "outer", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  const inner = workflow({ name: "inner", output: t.int() }, () => square({ x: n })); // here
  return inner();
});

compile(outer);
