/** KICKOFF_INPUT_INVALID: the time of the start for an input that has a fixed value. */
import { cron, launchPlan, serialize, t, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load", inputs: { day: t.datetime() } }, () => {});
const job = workflow({ name: "job", inputs: { day: t.datetime() } }, ({ day }) => void load({ day }));
const schedule = cron("0 2 * * *", { kickoffTime: "day" }); // here
// @ts-expect-error the plan has no such open input
const plan = launchPlan(job, { name: "job.nightly", schedule, fixedInputs: { day: new Date(0) } });

serialize(plan, { project: "p", domain: "development", version: "v1", image: "example/image:1" });
