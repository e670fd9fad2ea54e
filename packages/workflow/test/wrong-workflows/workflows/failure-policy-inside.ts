/** warning FAILURE_POLICY_IGNORED: a sub-workflow with a failure policy of its own. */
import { compile, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load" }, () => {});

const inner = workflow({ name: "inner", failurePolicy: "fail-after-executable-nodes-complete" }, () => {
  load();
  load();
});

const pipeline = workflow({ name: "pipeline" }, () => void inner()); // here

export const { warnings } = compile(pipeline);
