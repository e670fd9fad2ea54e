/** INPUT_UNKNOWN: a caller gives what the plan fixes. */
import { compile, launchPlan, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const job = workflow({ name: "job", inputs: { n: t.int() }, output: t.int() }, ({ n }) => square({ x: n }));
const plan = launchPlan(job, { name: "job.one", fixedInputs: { n: 1 } });

const pipeline = workflow({ name: "pipeline", output: t.int() }, () => {
  // @ts-expect-error n is fixed
  return plan({ n: 2 }); // here
});

compile(pipeline);
