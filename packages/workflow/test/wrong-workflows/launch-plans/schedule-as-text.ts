/** OPTION_INVALID: a cron expression where a schedule is wanted. */
import { launchPlan, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load" }, () => {});
const job = workflow({ name: "job" }, () => void load());

// @ts-expect-error cron(...) makes a schedule
export const plan = launchPlan(job, { name: "job.nightly", schedule: "0 2 * * *" }); // here
