/** FAILURE_HANDLER_MISMATCH: a handler that needs an input of which the workflow knows nothing. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const clean = task({ name: "clean", inputs: { n: t.int(), folder: t.string() } }, () => {});

const signature = { name: "pipeline", inputs: { n: t.int() }, output: t.int() } as const;
// @ts-expect-error the workflow has no folder
const pipeline = workflow({ ...signature, onFailure: clean }, ({ n }) => square({ x: n })); // here

compile(pipeline);
