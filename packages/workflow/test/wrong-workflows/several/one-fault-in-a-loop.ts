/** NODE_ID_INVALID: one fault that comes again and again in a loop, told once. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline" }, () => {
  for (let x = 0; x < 30; x += 1) square({ x }, { id: "start-node" }); // here
});

compile(pipeline);
