/** LAUNCH_PLAN_INPUT_INVALID: a default for an input that the workflow does not have. */
import { launchPlan, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const job = workflow({ name: "job", inputs: { n: t.int() }, output: t.int() }, ({ n }) => square({ x: n }));

// @ts-expect-error the input is called n
export const plan = launchPlan(job, { name: "job.small", defaultInputs: { x: 1 } }); // here
