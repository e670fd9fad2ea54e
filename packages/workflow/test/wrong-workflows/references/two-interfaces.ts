/** NAME_TWICE: two references to one task, with two interfaces. */
import { compile, referenceTask, t, workflow } from "@flytekit-ts/workflow";

const id = { project: "p", domain: "development", name: "half", version: "v1" };
const half = referenceTask({ ...id, inputs: { x: t.float() }, output: t.float() });
const halfOfInts = referenceTask({ ...id, inputs: { x: t.int() }, output: t.float() }); // here

const pipeline = workflow({ name: "pipeline" }, () => {
  half({ x: 1 });
  halfOfInts({ x: 1 });
});

compile(pipeline);
