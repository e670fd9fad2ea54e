/** WORKFLOW_BODY_ASYNC: an async body. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const signature = { name: "pipeline", inputs: { n: t.int() }, output: t.int() } as const;
// @ts-expect-error a body is not async
const pipeline = workflow(signature, async ({ n }) => square({ x: n })); // here

compile(pipeline);
