/** WORKFLOW_RECURSIVE: a workflow that is part of what handles its failure. */
import { compile, t, task, type Workflow, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const inputs = { n: t.int() };
const again = workflow({ name: "again", inputs }, ({ n }) => {
  job({ n }); // here
});
const job: Workflow<typeof inputs, undefined> = workflow(
  { name: "job", inputs, onFailure: again },
  ({ n }) => {
    square({ x: n });
  },
);

compile(job);
