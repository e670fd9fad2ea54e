/** LABEL_INVALID: a label whose name is none. */
import { launchPlan, serialize, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load" }, () => {});
const job = workflow({ name: "job" }, () => void load());
const plan = launchPlan(job, { name: "job.owned", labels: { "-owner": "ada" } }); // here

serialize(plan, { project: "p", domain: "development", version: "v1", image: "example/image:1" });
