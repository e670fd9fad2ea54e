/** OUTPUT_MISSING: the result of the last call is not returned. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const signature = { name: "pipeline", inputs: { n: t.int() }, output: t.int() } as const;
// @ts-expect-error the result has to be returned
const pipeline = workflow(signature, ({ n }) => void square({ x: n })); // here

compile(pipeline);
