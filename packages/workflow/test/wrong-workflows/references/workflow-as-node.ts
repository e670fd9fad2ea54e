/** REFERENCE_WORKFLOW_AS_NODE: a workflow that is registered elsewhere, as part of another. */
import { compile, referenceWorkflow, t, workflow } from "@flytekit-ts/workflow";

const int = { inputs: { n: t.int() }, output: t.int() };
const other = referenceWorkflow({
  project: "p",
  domain: "development",
  name: "other",
  version: "v1",
  ...int,
});

// @ts-expect-error no body can call it
const pipeline = workflow({ name: "pipeline", output: t.int() }, () => other({ n: 3 })); // here

compile(pipeline);
