/** POD_INVALID: one call brings a pod whose container has a name that Kubernetes does not take. */
import { compile, task, workflow } from "@flytekit-ts/workflow";

const crunch = task({ name: "crunch" }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  crunch({}, { podTemplate: { podSpec: { containers: [{ name: "Side Car" }] } } }); // here
});

compile(pipeline);
