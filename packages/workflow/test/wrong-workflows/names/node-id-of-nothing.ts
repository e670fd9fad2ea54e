/** NODE_ID_INVALID: an id of which nothing is left once it is fit for Kubernetes. */
import { compile, task, workflow } from "@flytekit-ts/workflow";

const begin = task({ name: "begin" }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  begin({}, { id: "___" }); // here
});

compile(pipeline);
