/** CONDITIONAL_ARM_MISPLACED: a conditional that can only fail. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  // @ts-expect-error the first arm is an if
  conditional("size").fail("too small"); // here
  return square({ x: n });
});

compile(pipeline);
