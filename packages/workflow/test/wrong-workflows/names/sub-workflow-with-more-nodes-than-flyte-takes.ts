/** warning WORKFLOW_TOO_LARGE: a sub-workflow with more nodes than Flyte takes as it comes, since it is registered, too. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const squares = workflow({ name: "squares" }, () => {
  // here
  for (let x = 0; x <= 100; x += 1) square({ x });
});

const pipeline = workflow({ name: "pipeline" }, () => void squares());

export const { warnings } = compile(pipeline);
