/** NAME_INVALID: a name that is a step of the path where Flyte stores the plan. */
import { launchPlan, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load" }, () => {});
const job = workflow({ name: "job" }, () => void load());

export const plan = launchPlan(job, { name: "..", maxParallelism: 3 }); // here
