import { NonRecoverableError, t, task, workflow } from "@flytekit-ts/workflow";

const inputs = { name: t.string() };
const withError = { ...inputs, err: t.optional(t.error()) };

export const boom = task({ name: "x02_failure_node.boom", inputs, output: t.string() }, ({ name }) => {
  throw new NonRecoverableError(`no ${name}`);
});
export const clean = task({ name: "x02_failure_node.clean", inputs: withError }, () => {});
export const cleanBadly = task({ name: "x02_failure_node.clean_badly", inputs: withError }, () => {
  throw new NonRecoverableError("handler failed too");
});

const handled = workflow(
  { name: "x02_failure_node.handled", inputs, output: t.string(), onFailure: clean },
  ({ name }) => boom({ name }),
);
const twiceBad = workflow(
  { name: "x02_failure_node.twice_bad", inputs, output: t.string(), onFailure: cleanBadly },
  ({ name }) => boom({ name }),
);
const outer = workflow({ name: "x02_failure_node.outer", inputs, output: t.string() }, ({ name }) =>
  handled({ name }),
);
const cleanupFlow = workflow({ name: "x02_failure_node.cleanup_flow", inputs: withError }, ({ name, err }) =>
  clean({ name, err }),
);
const handledByWorkflow = workflow(
  { name: "x02_failure_node.handled_by_workflow", inputs, output: t.string(), onFailure: cleanupFlow },
  ({ name }) => boom({ name }),
);

/** What a failure handler is given, one that fails itself, and those of a sub-workflow and as a workflow. */
export const entities = [handled, twiceBad, outer, handledByWorkflow];
