/** BINDING_TYPE_MISMATCH: a conditional without a last arm is returned. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const signature = { name: "pipeline", inputs: { n: t.int() }, output: t.int() } as const;
// @ts-expect-error a conditional without a last arm gives nothing yet
const pipeline = workflow(signature, ({ n }) => conditional("size").if(n.gt(10), () => square({ x: n }))); // here

compile(pipeline);
