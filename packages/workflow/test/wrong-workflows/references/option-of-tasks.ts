/** OPTION_NEEDS_TASK: resources for a task that is registered elsewhere. */
import { compile, referenceTask, t, workflow } from "@flytekit-ts/workflow";

const float = { inputs: { x: t.float() }, output: t.float() };
const half = referenceTask({ project: "p", domain: "development", name: "half", version: "v1", ...float });

const pipeline = workflow({ name: "pipeline", inputs: { x: t.float() } }, ({ x }) => {
  // @ts-expect-error the settings of a reference are registered
  half({ x }, { resources: { cpu: "2" } }); // here
});

compile(pipeline);
