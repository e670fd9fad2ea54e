/** BINDING_TYPE_MISMATCH: a single value where a map takes a list. */
import { compile, mapTask, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  // @ts-expect-error a map takes a list
  mapTask(square)({ x: n }); // here
});

compile(pipeline);
