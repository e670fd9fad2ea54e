/** FAILURE_HANDLER_MISMATCH: a launch plan for a handler. */
import { compile, launchPlan, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const cleaning = workflow({ name: "cleaning", inputs: { n: t.int() } }, ({ n }) => void square({ x: n }));

const signature = { name: "pipeline", inputs: { n: t.int() }, output: t.int() } as const;
const onFailure = launchPlan(cleaning);
// @ts-expect-error a handler is a task or a workflow
const pipeline = workflow({ ...signature, onFailure }, ({ n }) => square({ x: n })); // here

compile(pipeline);
