/** LABEL_INVALID: a workflow gives its default plan a label that is none. */
import { launchPlan, serialize, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load" }, () => {});
const defaultOptions = { labels: { owner: "Ada Lovelace" } };
const job = workflow({ name: "job", defaultOptions }, () => void load()); // here
const plan = launchPlan(job);

serialize(plan, { project: "p", domain: "development", version: "v1", image: "example/image:1" });
