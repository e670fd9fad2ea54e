/** WORKFLOW_RECURSIVE, BINDING_TYPE_MISMATCH: a workflow contains itself, and a call is wrong beside that. */
import { compile, t, task, workflow, type Workflow } from "@flytekit-ts/workflow";

const inputs = { n: t.int() };
const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const outer: Workflow<typeof inputs, undefined> = workflow({ name: "outer", inputs }, ({ n }) => {
  inner({ n });
});
const inner = workflow({ name: "inner", inputs }, ({ n }) => {
  outer({ n }); // here
  // @ts-expect-error a text is no int
  square({ x: "1" }); // here
});

compile(outer);
