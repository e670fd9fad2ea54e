/** LAUNCH_PLAN_INPUT_INVALID: one input with a default and a fixed value. */
import { launchPlan, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const job = workflow({ name: "job", inputs: { n: t.int() }, output: t.int() }, ({ n }) => square({ x: n }));

export const plan = launchPlan(job, {
  // here
  name: "job.both",
  // @ts-expect-error an input has one value
  defaultInputs: { n: 1 },
  fixedInputs: { n: 2 },
});
