/** CONDITIONAL_UNFINISHED: a conditional that was left without a last arm. */
import { compile, imperativeWorkflow, t, task } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const wf = imperativeWorkflow({ name: "wf", inputs: { n: t.int() } });
wf.addEntity(square, { x: wf.inputs.n });
wf.createConditional("size").if(wf.inputs.n.gt(10), () => square({ x: wf.inputs.n })); // here

compile(wf);
