/** FAILURE_HANDLER_MISMATCH: a handler that does not take an input of the workflow. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const clean = task({ name: "clean" }, () => {});

const signature = { name: "pipeline", inputs: { n: t.int() }, output: t.int() } as const;
// @ts-expect-error it does not take n
const pipeline = workflow({ ...signature, onFailure: clean }, ({ n }) => square({ x: n })); // here

compile(pipeline);
