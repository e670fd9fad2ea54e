/** RESOURCE_INVALID: one call asks for a quantity that Kubernetes cannot read. */
import { compile, task, workflow } from "@flytekit-ts/workflow";

const crunch = task({ name: "crunch" }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  crunch({}, { resources: { memory: "2 GB" } }); // here
});

compile(pipeline);
