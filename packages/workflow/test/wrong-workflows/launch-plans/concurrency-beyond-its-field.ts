/** OPTION_INVALID: more executions at a time than the field of the message can hold. */
import { launchPlan, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load" }, () => {});
const job = workflow({ name: "job" }, () => void load());

export const plan = launchPlan(job, { name: "job.wide", concurrency: { max: 2 ** 31 } }); // here
