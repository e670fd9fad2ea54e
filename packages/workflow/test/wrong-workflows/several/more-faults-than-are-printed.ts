/** NODE_ID_INVALID x22: more faults than are printed. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline" }, () => {
  square({ x: 0 }, { id: "start-node" }); // here
  square({ x: 1 }, { id: "start-node" }); // here
  square({ x: 2 }, { id: "start-node" }); // here
  square({ x: 3 }, { id: "start-node" }); // here
  square({ x: 4 }, { id: "start-node" }); // here
  square({ x: 5 }, { id: "start-node" }); // here
  square({ x: 6 }, { id: "start-node" }); // here
  square({ x: 7 }, { id: "start-node" }); // here
  square({ x: 8 }, { id: "start-node" }); // here
  square({ x: 9 }, { id: "start-node" }); // here
  square({ x: 10 }, { id: "start-node" }); // here
  square({ x: 11 }, { id: "start-node" }); // here
  square({ x: 12 }, { id: "start-node" }); // here
  square({ x: 13 }, { id: "start-node" }); // here
  square({ x: 14 }, { id: "start-node" }); // here
  square({ x: 15 }, { id: "start-node" }); // here
  square({ x: 16 }, { id: "start-node" }); // here
  square({ x: 17 }, { id: "start-node" }); // here
  square({ x: 18 }, { id: "start-node" }); // here
  square({ x: 19 }, { id: "start-node" }); // here
  square({ x: 20 }, { id: "start-node" }); // here
  square({ x: 21 }, { id: "start-node" }); // here
});

compile(pipeline);
