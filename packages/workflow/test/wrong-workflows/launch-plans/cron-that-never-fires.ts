/** warning SCHEDULE_NEVER_FIRES: the 31st of February. */
import { cron, launchPlan, type Problem, serialize, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load" }, () => {});
const job = workflow({ name: "job" }, () => void load());
const plan = launchPlan(job, { name: "job.yearly", schedule: cron("0 2 31 2 *") }); // here

export const warnings: Problem[] = [];
serialize(
  plan,
  { project: "p", domain: "development", version: "v1", image: "example/image:1" },
  { onWarning: (problem) => warnings.push(problem) },
);
