/** INPUT_MISSING: a workflow got another input after it was made part of another. */
import { compile, imperativeWorkflow, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const inner = imperativeWorkflow({ name: "inner", inputs: { n: t.int() } });
inner.addEntity(square, { x: inner.inputs.n });

const outer = workflow({ name: "outer", inputs: { n: t.int() } }, ({ n }) => {
  inner({ n }); // here
});
compile(outer);

inner.addEntity(square, { x: inner.addWorkflowInput("m", t.int()) });
compile(outer);
