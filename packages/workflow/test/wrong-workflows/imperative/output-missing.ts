/** OUTPUT_MISSING: an output that was declared and given no value. */
import { compile, imperativeWorkflow, t, task } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const wf = imperativeWorkflow({ name: "wf", inputs: { n: t.int() }, outputs: { area: t.int() } }); // here
wf.addEntity(square, { x: wf.inputs.n });

compile(wf);
