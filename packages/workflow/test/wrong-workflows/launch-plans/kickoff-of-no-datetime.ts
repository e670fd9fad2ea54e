/** KICKOFF_INPUT_INVALID: the time of the start for an input that is no datetime. */
import { cron, launchPlan, serialize, t, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load", inputs: { day: t.string() } }, () => {});
const job = workflow({ name: "job", inputs: { day: t.string() } }, ({ day }) => void load({ day }));
const schedule = cron("0 2 * * *", { kickoffTime: "day" }); // here
// @ts-expect-error the input is no datetime
const plan = launchPlan(job, { name: "job.nightly", schedule });

serialize(plan, { project: "p", domain: "development", version: "v1", image: "example/image:1" });
