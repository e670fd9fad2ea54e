/** BINDING_TYPE_MISMATCH: a node is passed where one of its outputs is meant. */
import { imperativeWorkflow, t, task } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const wf = imperativeWorkflow({ name: "wf", inputs: { n: t.int() } });
const node = wf.addEntity(square, { x: wf.inputs.n });
// @ts-expect-error an output of the node is meant
wf.addEntity(square, { x: node }); // here
