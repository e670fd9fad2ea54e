/** MAP_ITEMS_INVALID: two lists of different lengths, item by item. */
import { compile, mapTask, t, task, workflow } from "@flytekit-ts/workflow";

const inputs = { a: t.int(), b: t.int() };
const add = task({ name: "add", inputs, output: t.int() }, ({ a, b }) => a + b);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  mapTask(add)({ a: [1, n, 3], b: [4, 5] }); // here
});

compile(pipeline);
