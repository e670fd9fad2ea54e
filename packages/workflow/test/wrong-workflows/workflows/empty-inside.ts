/** WORKFLOW_EMPTY: a workflow that calls nothing is part of another. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const inner = workflow({ name: "inner" }, () => {}); // here

const outer = workflow({ name: "outer", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  inner();
  return square({ x: n });
});

compile(outer);
