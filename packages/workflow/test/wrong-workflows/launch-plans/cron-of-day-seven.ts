/** CRON_INVALID: a Sunday that is called 7. */
import { cron, launchPlan, serialize, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load" }, () => {});
const job = workflow({ name: "job" }, () => void load());
const plan = launchPlan(job, { name: "job.weekly", schedule: cron("0 2 * * 7") }); // here

serialize(plan, { project: "p", domain: "development", version: "v1", image: "example/image:1" });
