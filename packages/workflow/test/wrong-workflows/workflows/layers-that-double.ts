/** warning SUB_WORKFLOWS_COMPILE_SLOWLY: layers of workflows that each call the layer below twice. */
import { compile, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load" }, () => {});

let below = workflow({ name: "layer0" }, () => void load());
for (let layer = 1; layer < 12; layer += 1) {
  const called = below;
  below = workflow({ name: `layer${layer}` }, () => {
    called();
    called();
  });
}
const top = below;

const pipeline = workflow({ name: "pipeline" }, () => void top()); // here

export const { warnings } = compile(pipeline);
