/** NODE_ID_INVALID, NODE_ID_TWICE, CONDITION_UNUSED, CONDITIONAL_UNFINISHED: four faults of one body, told at once. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  square({ x: n }, { id: "end-node" }); // here
  square({ x: 1 }, { id: "area" });
  square({ x: 2 }, { id: "area" }); // here
  n.gt(3); // here
  conditional("size").if(n.gt(10), () => square({ x: n })); // here
});

compile(pipeline);
