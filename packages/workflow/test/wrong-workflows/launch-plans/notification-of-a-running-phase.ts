/** OPTION_INVALID: a notification of a phase in which nothing ends. */
import { launchPlan, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load" }, () => {});
const job = workflow({ name: "job" }, () => void load());

const notifications = [{ on: ["running"], email: ["ada@example.com"] }];
// @ts-expect-error only ends are told
export const plan = launchPlan(job, { name: "job.watched", notifications }); // here
