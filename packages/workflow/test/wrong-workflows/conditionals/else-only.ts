/** CONDITIONAL_ARM_MISPLACED: a last arm, and none before it. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  // @ts-expect-error the first arm is an if
  return conditional("size").else(() => square({ x: n })); // here
});

compile(pipeline);
