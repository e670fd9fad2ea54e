/** WORKFLOW_RECURSIVE: a workflow that contains itself. */
import { compile, t, task, type Workflow, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const inputs = { n: t.int() };
const countdown: Workflow<typeof inputs, undefined> = workflow({ name: "countdown", inputs }, ({ n }) => {
  countdown({ n: square({ x: n }) }); // here
});

compile(countdown);
