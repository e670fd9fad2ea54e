/** CRON_INVALID: a cron expression with seconds. */
import { cron, launchPlan, serialize, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load" }, () => {});
const job = workflow({ name: "job" }, () => void load());
// @ts-expect-error there is no field for seconds
const plan = launchPlan(job, { name: "job.nightly", schedule: cron("0 0 2 * * *") }); // here

serialize(plan, { project: "p", domain: "development", version: "v1", image: "example/image:1" });
