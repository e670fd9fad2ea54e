/** PROMISE_OUT_OF_PLACE: a promise of one workflow in another. */
import { compile, imperativeWorkflow, t, task } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const one = imperativeWorkflow({ name: "one", inputs: { n: t.int() } });
const other = imperativeWorkflow({ name: "other" });
other.addEntity(square, { x: one.inputs.n }); // here

compile(other);
