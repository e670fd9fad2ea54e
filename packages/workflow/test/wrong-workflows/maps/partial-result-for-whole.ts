/** BINDING_TYPE_MISMATCH: results that may be missing where all are needed. */
import { compile, mapTask, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const sum = task({ name: "sum", inputs: { xs: t.list(t.int()) }, output: t.int() }, ({ xs }) => xs.length);

const pipeline = workflow({ name: "pipeline", inputs: { ns: t.list(t.int()) } }, ({ ns }) => {
  const some = mapTask(square, { minSuccessRatio: 0.9 })({ x: ns });
  // @ts-expect-error some may be missing
  sum({ xs: some }); // here
});

compile(pipeline);
