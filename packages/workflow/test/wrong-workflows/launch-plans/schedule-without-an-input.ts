/** SCHEDULE_INPUT_UNBOUND: a schedule, and an input that nobody gives. */
import { cron, launchPlan, serialize, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const job = workflow({ name: "job", inputs: { n: t.int() }, output: t.int() }, ({ n }) => square({ x: n }));
// @ts-expect-error a schedule gives no inputs
const plan = launchPlan(job, { name: "job.nightly", schedule: cron("0 2 * * *") }); // here

serialize(plan, { project: "p", domain: "development", version: "v1", image: "example/image:1" });
