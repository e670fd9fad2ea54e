/** KICKOFF_INPUT_INVALID: the time of the start for an input that is not there. */
import { cron, launchPlan, serialize, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load" }, () => {});
const job = workflow({ name: "job" }, () => void load());
const schedule = cron("0 2 * * *", { kickoffTime: "day" }); // here
// @ts-expect-error the plan has no such open input
const plan = launchPlan(job, { name: "job.nightly", schedule });

serialize(plan, { project: "p", domain: "development", version: "v1", image: "example/image:1" });
