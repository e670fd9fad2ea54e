import { imperativeWorkflow, t, task, workflow } from "@flytekit-ts/workflow";

export const work = task(
  { name: "c12_failure_imperative.work", inputs: { a: t.int() }, output: t.int() },
  ({ a }) => a,
);
export const report = task({ name: "c12_failure_imperative.report", inputs: { a: t.int() } }, () => {});

const recover = workflow({ name: "c12_failure_imperative.recover", inputs: { a: t.int() } }, ({ a }) =>
  report({ a }),
);

const handled = workflow(
  { name: "c12_failure_imperative.handled", inputs: { a: t.int() }, output: t.int(), onFailure: recover },
  ({ a }) => work({ a }),
);

const guarded = imperativeWorkflow({
  name: "guarded.imperative",
  inputs: { a: t.int() },
  outputs: { out: t.int() },
});
guarded.addWorkflowOutput("out", guarded.addEntity(work, { a: guarded.inputs.a }).outputs.o0);
guarded.addOnFailureHandler(report);

/** A workflow as failure handler of a function workflow, and a handler of an imperative one. */
export const entities = [handled, guarded];
