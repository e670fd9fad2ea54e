/** OPTION_INVALID: a notification without recipients. */
import { launchPlan, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load" }, () => {});
const job = workflow({ name: "job" }, () => void load());

const notifications = [{ on: ["failed" as const], email: [] }];
export const plan = launchPlan(job, { name: "job.watched", notifications }); // here
