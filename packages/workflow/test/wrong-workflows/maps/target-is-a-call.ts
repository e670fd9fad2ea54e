/** MAP_TARGET_INVALID: a map over the result of a call. */
import { compile, mapTask, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  // @ts-expect-error the task itself is wanted
  mapTask(square({ x: n }))({ x: [1, 2] }); // here
});

compile(pipeline);
