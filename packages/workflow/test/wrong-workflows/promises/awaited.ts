/** WORKFLOW_BODY_ASYNC: a body waits for what a call gives. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, async ({ x }) => x * x);

// @ts-expect-error a body is not async
const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, async ({ n }) => {
  // here
  const area = await square({ x: n });
  return square({ x: area });
});

compile(pipeline);
