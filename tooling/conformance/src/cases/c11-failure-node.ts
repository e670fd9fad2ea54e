import { t, task, workflow } from "@flytekit-ts/workflow";

export const create = task(
  { name: "c11_failure_node.create", inputs: { name: t.string() }, output: t.string() },
  ({ name }) => name,
);
export const cleanup = task(
  { name: "c11_failure_node.cleanup", inputs: { name: t.string(), err: t.optional(t.error()) } },
  () => {},
);

const guarded = workflow(
  {
    name: "c11_failure_node.guarded",
    inputs: { name: t.string() },
    output: t.string(),
    onFailure: cleanup,
    interruptible: true,
    failurePolicy: "fail-after-executable-nodes-complete",
  },
  ({ name }) => create({ name }),
);

/** A failure handler that takes the inputs and the error; a failure policy; interruptible by default. */
export const entities = [guarded];
