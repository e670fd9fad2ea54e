/** NAME_TWICE: two launch plans under one name. */
import { launchPlan, serialize, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const job = workflow({ name: "job", inputs: { n: t.int() }, output: t.int() }, ({ n }) => square({ x: n }));
const one = launchPlan(job, { name: "job.nightly", fixedInputs: { n: 1 } });
const two = launchPlan(job, { name: "job.nightly", fixedInputs: { n: 2 } }); // here

serialize([one, two], { project: "p", domain: "development", version: "v1", image: "example/image:1" });
