/** OUTPUT_MISSING: one of the named outputs is missing. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const signature = { name: "pipeline", inputs: { n: t.int() }, outputs: { a: t.int(), b: t.int() } } as const;
// @ts-expect-error b is missing
const pipeline = workflow(signature, ({ n }) => ({ a: square({ x: n }) })); // here

compile(pipeline);
