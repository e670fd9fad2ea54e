/** BINDING_TYPE_MISMATCH: an int for the float of a task that is registered elsewhere. */
import { compile, referenceTask, t, workflow } from "@flytekit-ts/workflow";

const float = { inputs: { x: t.float() }, output: t.float() };
const half = referenceTask({ project: "p", domain: "development", name: "half", version: "v1", ...float });

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  // @ts-expect-error an int is no float
  half({ x: n }); // here
});

compile(pipeline);
