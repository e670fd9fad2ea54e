/** RESOURCE_INVALID: one call asks for more than it may use. */
import { serialize, task, workflow } from "@flytekit-ts/workflow";

const crunch = task({ name: "crunch" }, () => {});
const pipeline = workflow({ name: "pipeline" }, () => {
  crunch({}, { resources: { memory: { request: "2Gi", limit: "1Gi" } } }); // here
});

serialize(pipeline, { project: "p", domain: "development", version: "v1", image: "example/image:1" });
