/** LABEL_INVALID: a workflow gives its default plan a label that is none. */
import { launchPlan, serialize, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load" }, () => {});
const job = workflow(
  { name: "job", defaultOptions: { labels: { owner: "Ada Lovelace" } } },
  () => void load(),
);
const plan = launchPlan(job); // here

serialize(plan, { project: "p", domain: "development", version: "v1", image: "example/image:1" });
