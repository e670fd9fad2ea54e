/** MAP_TARGET_NEEDS_NEWER_BACKEND: a map over a workflow. */
import { compile, mapTask, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const inner = workflow({ name: "inner", inputs: { n: t.int() }, output: t.int() }, ({ n }) =>
  square({ x: n }),
);

const pipeline = workflow({ name: "pipeline", inputs: { ns: t.list(t.int()) } }, ({ ns }) => {
  mapTask(inner)({ n: ns }); // here
});

compile(pipeline);
