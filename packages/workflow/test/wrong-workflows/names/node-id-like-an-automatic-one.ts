/** NODE_ID_TWICE: a call asks for the id that the next one gets by itself. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  square({ x: n }, { id: "n1" }); // here
  square({ x: 3 });
});

compile(pipeline);
