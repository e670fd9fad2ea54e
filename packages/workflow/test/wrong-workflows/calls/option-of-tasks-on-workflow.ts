/** OPTION_NEEDS_TASK: resources for a whole workflow. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const inner = workflow({ name: "inner", inputs: { n: t.int() }, output: t.int() }, ({ n }) =>
  square({ x: n }),
);

const pipeline = workflow(
  { name: "pipeline", inputs: { n: t.int() }, output: t.int() },
  // @ts-expect-error a workflow has no container
  ({ n }) => inner({ n }, { resources: { cpu: "2" } }), // here
);

compile(pipeline);
