/** OUTPUT_MISSING: a bare result where named outputs are declared. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const signature = { name: "pipeline", inputs: { n: t.int() }, outputs: { a: t.int() } } as const;
// @ts-expect-error outputs have names
const pipeline = workflow(signature, ({ n }) => square({ x: n })); // here

compile(pipeline);
