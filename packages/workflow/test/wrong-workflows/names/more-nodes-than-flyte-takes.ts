/** warning WORKFLOW_TOO_LARGE: a workflow with more nodes than Flyte takes as it comes. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline" }, () => {
  // here
  for (let x = 0; x <= 100; x += 1) square({ x });
});

export const { warnings } = compile(pipeline);
