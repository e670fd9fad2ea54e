/** BINDING_TYPE_MISMATCH: a result of another type. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const half = task({ name: "half", inputs: { x: t.int() }, output: t.float() }, ({ x }) => x / 2);

const signature = { name: "pipeline", inputs: { n: t.int() }, output: t.int() } as const;
// @ts-expect-error a float is no int
const pipeline = workflow(signature, ({ n }) => half({ x: n })); // here

compile(pipeline);
