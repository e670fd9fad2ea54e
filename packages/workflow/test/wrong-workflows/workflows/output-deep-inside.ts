/** BINDING_TYPE_MISMATCH: one element of a list of results is of another type. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const signature = { name: "pipeline", inputs: { n: t.int() }, outputs: { all: t.list(t.int()) } } as const;
// @ts-expect-error a text is no int
const pipeline = workflow(signature, ({ n }) => ({ all: [square({ x: n }), "2"] })); // here

compile(pipeline);
