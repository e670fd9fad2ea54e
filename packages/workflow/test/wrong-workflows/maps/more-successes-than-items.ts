/** MAP_ITEMS_INVALID: more successes are wanted than there are items. */
import { compile, mapTask, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline" }, () => {
  mapTask(square, { minSuccesses: 3 })({ x: [1, 2] }); // here
});

compile(pipeline);
