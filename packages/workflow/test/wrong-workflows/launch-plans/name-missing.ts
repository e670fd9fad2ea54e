/** NAME_INVALID: a launch plan with options and without a name. */
import { launchPlan, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const job = workflow({ name: "job", inputs: { n: t.int() }, output: t.int() }, ({ n }) => square({ x: n }));

// @ts-expect-error a name is needed
export const plan = launchPlan(job, { defaultInputs: { n: 1 } }); // here
