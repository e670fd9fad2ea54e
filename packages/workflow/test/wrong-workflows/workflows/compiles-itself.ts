/** WORKFLOW_RECURSIVE: a body that compiles its own workflow. */
import { compile, t, task, workflow, type Workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const inputs = { x: t.int() };
const output = t.int();

const pipeline: Workflow<typeof inputs, typeof output> = workflow(
  // here
  { name: "pipeline", inputs, output },
  ({ x }) => {
    compile(pipeline);
    return square({ x });
  },
);

compile(pipeline);
