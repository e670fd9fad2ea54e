/** NODE_ID_TWICE: two ids that are one once they are fit for Kubernetes. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  square({ x: n }, { id: "My_Area" });
  square({ x: 3 }, { id: "my-area" }); // here
});

compile(pipeline);
