/** warning WORKFLOW_TOO_LARGE: a handler with more nodes than Flyte takes as it comes, since it is registered, too. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const cleanUp = workflow({ name: "clean_up" }, () => {
  // here
  for (let x = 0; x <= 100; x += 1) square({ x });
});

const pipeline = workflow({ name: "pipeline", onFailure: cleanUp }, () => void square({ x: 1 }));

export const { warnings } = compile(pipeline);
