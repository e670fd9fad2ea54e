/** CONDITIONAL_ARM_MISPLACED: the first arm is not an `if`. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  return (
    conditional("size")
      // @ts-expect-error the first arm is an if
      .elseIf(n.gt(3), () => square({ x: n })) // here
      .fail("too small")
  );
});

compile(pipeline);
