/** LAUNCH_PLAN_INPUT_INVALID: a fixed value for an input that the workflow does not have, as it has none. */
import { launchPlan, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const job = workflow({ name: "job", output: t.int() }, () => square({ x: 1 }));

// @ts-expect-error the workflow has no such input
export const plan = launchPlan(job, { name: "job.eu", fixedInputs: { region: "eu" } }); // here
