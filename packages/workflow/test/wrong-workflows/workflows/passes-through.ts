/** WORKFLOW_EMPTY: a body that only passes its inputs on. */
import { compile, t, workflow } from "@flytekit-ts/workflow";

const signature = { name: "pipeline", inputs: { n: t.int() }, output: t.int() } as const;
const pipeline = workflow(signature, ({ n }) => n); // here

compile(pipeline);
