/** NODE_ID_INVALID, warning CACHE_OVERRIDE_IGNORED: a fault, and a warning that is told with it. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  square({ x: n }, { cache: { version: "1" } }); // here
  square({ x: 1 }, { id: "start-node" }); // here
});

compile(pipeline);
