/** INPUT_MISSING: the body of a workflow inside another is wrong. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const inner = workflow({ name: "inner", output: t.int() }, () => {
  // @ts-expect-error x is missing
  return square({}); // here
});
const outer = workflow({ name: "outer", output: t.int() }, () => inner());

compile(outer);
