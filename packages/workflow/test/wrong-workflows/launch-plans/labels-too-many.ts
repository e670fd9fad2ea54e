/** LABEL_INVALID: more labels than Flyte takes. */
import { launchPlan, serialize, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load" }, () => {});
const job = workflow({ name: "job" }, () => void load());
const labels = Object.fromEntries(Array.from({ length: 17 }, (_, i) => [`label-${i}`, "yes"]));
const plan = launchPlan(job, { name: "job.labelled", labels }); // here

serialize(plan, { project: "p", domain: "development", version: "v1", image: "example/image:1" });
