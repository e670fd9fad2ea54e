/** INPUT_MISSING: an entity is added without its input. */
import { imperativeWorkflow, t, task } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const wf = imperativeWorkflow({ name: "wf" });
// @ts-expect-error x is needed
wf.addTask(square, {}); // here
