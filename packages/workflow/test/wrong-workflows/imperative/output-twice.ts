/** VARIABLE_TWICE: one output is given two values. */
import { imperativeWorkflow, t, task } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const wf = imperativeWorkflow({ name: "wf", inputs: { n: t.int() }, outputs: { area: t.int() } });
const node = wf.addEntity(square, { x: wf.inputs.n });
wf.addWorkflowOutput("area", node.outputs.o0);
wf.addWorkflowOutput("area", node.outputs.o0); // here
