/** NODE_ID_INVALID: the id of a node that Flyte adds itself. */
import { compile, task, workflow } from "@flytekit-ts/workflow";

const begin = task({ name: "begin" }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  begin({}, { id: "start-node" }); // here
});

compile(pipeline);
