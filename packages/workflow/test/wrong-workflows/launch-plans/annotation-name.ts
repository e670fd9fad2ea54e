/** ANNOTATION_INVALID: an annotation whose name Kubernetes does not accept. */
import { launchPlan, serialize, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load" }, () => {});
const job = workflow({ name: "job" }, () => void load());
const plan = launchPlan(job, { name: "job.noted", annotations: { "on call": "Ada" } }); // here

serialize(plan, { project: "p", domain: "development", version: "v1", image: "example/image:1" });
