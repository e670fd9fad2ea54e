/** LAUNCH_PLAN_INPUT_INVALID: a default of another type. */
import { launchPlan, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const job = workflow({ name: "job", inputs: { n: t.int() }, output: t.int() }, ({ n }) => square({ x: n }));

// @ts-expect-error a text is no int
export const plan = launchPlan(job, { name: "job.small", defaultInputs: { n: "1" } }); // here
