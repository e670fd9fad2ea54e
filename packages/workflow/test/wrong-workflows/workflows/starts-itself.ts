/** WORKFLOW_RECURSIVE: a workflow that starts itself by a launch plan. */
import { compile, launchPlan, t, task, type Workflow, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const inputs = { n: t.int() };
const again: Workflow<typeof inputs, undefined> = workflow({ name: "again", inputs }, ({ n }) => {
  launchPlan(again)({ n: square({ x: n }) }); // here
});

compile(again);
