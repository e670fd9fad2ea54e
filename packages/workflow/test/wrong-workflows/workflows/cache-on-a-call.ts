/** warning CACHE_OVERRIDE_IGNORED: a cache on a call, which Flyte does not read. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow(
  { name: "pipeline", inputs: { n: t.int() }, output: t.int() },
  ({ n }) => square({ x: n }, { cache: { version: "1" } }), // here
);

export const { warnings } = compile(pipeline);
