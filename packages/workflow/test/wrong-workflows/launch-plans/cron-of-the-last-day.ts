/** CRON_INVALID: the last day of a month, which only some crons know. */
import { cron, launchPlan, serialize, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load" }, () => {});
const job = workflow({ name: "job" }, () => void load());
const plan = launchPlan(job, { name: "job.monthly", schedule: cron("0 2 L * *") }); // here

serialize(plan, { project: "p", domain: "development", version: "v1", image: "example/image:1" });
