/** INPUT_MISSING: a caller leaves out what the plan needs. */
import { compile, launchPlan, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const job = workflow({ name: "job", inputs: { n: t.int() }, output: t.int() }, ({ n }) => square({ x: n }));
const plan = launchPlan(job, { name: "job.any" });

const pipeline = workflow({ name: "pipeline", output: t.int() }, () => {
  // @ts-expect-error n is needed
  return plan(); // here
});

compile(pipeline);
