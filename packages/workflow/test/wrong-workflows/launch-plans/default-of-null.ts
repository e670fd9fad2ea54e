/** LAUNCH_PLAN_INPUT_INVALID: null for an input that has to be there. */
import { launchPlan, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const job = workflow({ name: "job", inputs: { n: t.int() }, output: t.int() }, ({ n }) => square({ x: n }));

// @ts-expect-error null is no int
export const plan = launchPlan(job, { name: "job.none", defaultInputs: { n: null } }); // here
