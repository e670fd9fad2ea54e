/** OPTION_INVALID: a plan of which no execution may run. */
import { launchPlan, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load" }, () => {});
const job = workflow({ name: "job" }, () => void load());

export const plan = launchPlan(job, { name: "job.idle", concurrency: { max: 0 } }); // here
