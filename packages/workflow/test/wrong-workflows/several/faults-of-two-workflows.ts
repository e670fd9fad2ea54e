/** WORKFLOW_EMPTY, NODE_ID_INVALID, CONDITION_UNUSED: faults of a workflow and of one inside it. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const nothing = workflow({ name: "nothing" }, () => {}); // here
const inner = workflow({ name: "inner", inputs: { n: t.int() } }, ({ n }) => {
  nothing();
  square({ x: n }, { id: "start-node" }); // here
});
const outer = workflow({ name: "outer", inputs: { n: t.int() } }, ({ n }) => {
  inner({ n });
  n.eq(3); // here
});

compile(outer);
