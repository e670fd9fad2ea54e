/** NODE_ID_TWICE: two calls ask for one id. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  square({ x: n }, { id: "area" });
  square({ x: 3 }, { id: "area" }); // here
});

compile(pipeline);
