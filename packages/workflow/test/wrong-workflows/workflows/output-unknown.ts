/** OUTPUT_UNKNOWN: an output that is not declared. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const signature = { name: "pipeline", inputs: { n: t.int() }, outputs: { a: t.int() } } as const;
// @ts-expect-error c is not declared
const pipeline = workflow(signature, ({ n }) => ({ a: square({ x: n }), c: n })); // here

compile(pipeline);
