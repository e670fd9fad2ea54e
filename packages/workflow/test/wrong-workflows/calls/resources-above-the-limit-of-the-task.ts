/** warning RESOURCE_OVERRIDE_CUT: a call that asks for more memory than its task may use. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const train = task({ name: "train", inputs: { rows: t.int() }, resources: { memory: "4Gi" } }, () => {});

const pipeline = workflow({ name: "pipeline", inputs: { rows: t.int() } }, ({ rows }) => {
  train({ rows }, { resources: { memory: "32Gi" } }); // here
});

export const { warnings } = compile(pipeline);
