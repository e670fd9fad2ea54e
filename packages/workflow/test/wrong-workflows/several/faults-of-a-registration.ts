/** RESOURCE_INVALID, KICKOFF_INPUT_INVALID, SCHEDULE_INPUT_UNBOUND, LABEL_INVALID: a task and a launch plan, registered together. */
import { cron, launchPlan, serialize, t, task, workflow } from "@flytekit-ts/workflow";

const resources = { cpu: { request: "2", limit: "1" } };
const square = task({ name: "square", inputs: { x: t.int() }, resources }, () => {}); // here
const job = workflow({ name: "job", inputs: { n: t.int() } }, ({ n }) => void square({ x: n }));
const schedule = cron("0 2 * * *", { kickoffTime: "day" }); // here
// @ts-expect-error a schedule names an input and gives all others
const plan = launchPlan(job, { name: "job.nightly", schedule, labels: { owner: "Ada Lovelace" } }); // here x2

serialize([job, plan], { project: "p", domain: "development", version: "v1", image: "example/image:1" });
