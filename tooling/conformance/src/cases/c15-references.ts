import { referenceLaunchPlan, referenceTask, t, task, workflow } from "@flytekit-ts/workflow";

const train = referenceTask({
  project: "other",
  domain: "production",
  name: "other.train",
  version: "9f1",
  inputs: { rows: t.list(t.int()), rate: t.float() },
  output: t.string(),
});
const publish = referenceLaunchPlan({
  project: "other",
  domain: "production",
  name: "other.publish",
  version: "9f2",
  inputs: { model: t.string() },
  output: t.string(),
});
export const rows = task(
  { name: "c15_references.rows", inputs: { n: t.int() }, output: t.list(t.int()) },
  ({ n }) => Array.from({ length: n }, (_, i) => i),
);

const usesReferences = workflow(
  { name: "c15_references.uses_references", inputs: { n: t.int() }, output: t.string() },
  ({ n }) => publish({ model: train({ rows: rows({ n }), rate: 0.5 }) }),
);

/** A reference task and a reference launch plan in one workflow. */
export const entities = [usesReferences];
