/** FAILURE_HANDLER_MISMATCH: a handler that takes an input in another type. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const clean = task({ name: "clean", inputs: { n: t.string() } }, () => {});

const signature = { name: "pipeline", inputs: { n: t.int() }, output: t.int() } as const;
// @ts-expect-error its n is a text
const pipeline = workflow({ ...signature, onFailure: clean }, ({ n }) => square({ x: n })); // here

compile(pipeline);
