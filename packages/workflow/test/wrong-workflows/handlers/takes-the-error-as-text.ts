/** FAILURE_HANDLER_MISMATCH: a handler that takes the error as a text. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const clean = task({ name: "clean", inputs: { n: t.int(), err: t.optional(t.string()) } }, () => {});

const signature = { name: "pipeline", inputs: { n: t.int() }, output: t.int() } as const;
// @ts-expect-error an error is no string
const pipeline = workflow({ ...signature, onFailure: clean }, ({ n }) => square({ x: n })); // here

compile(pipeline);
