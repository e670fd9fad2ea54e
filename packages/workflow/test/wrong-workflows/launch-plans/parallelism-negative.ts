/** OPTION_INVALID: fewer nodes at a time than none. */
import { launchPlan, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load" }, () => {});
const job = workflow({ name: "job" }, () => void load());

export const plan = launchPlan(job, { name: "job.slow", maxParallelism: -1 }); // here
