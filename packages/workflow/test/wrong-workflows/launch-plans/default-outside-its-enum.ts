/** LAUNCH_PLAN_INPUT_INVALID: a default that is none of an enum's. */
import { launchPlan, t, task, workflow } from "@flytekit-ts/workflow";

const paint = task({ name: "paint", inputs: { color: t.enum(["red", "green"]) } }, () => {});
const inputs = { color: t.enum(["red", "green"]) };
const job = workflow({ name: "job", inputs }, ({ color }) => void paint({ color }));

// @ts-expect-error blue is not one of them
export const plan = launchPlan(job, { name: "job.blue", defaultInputs: { color: "blue" } }); // here
