/** CONDITIONAL_ARM_MISPLACED: two arms are an `if`. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  return (
    conditional("size")
      .if(n.gt(10), () => square({ x: n }))
      // @ts-expect-error the next arm is an elseIf
      .if(n.gt(3), () => square({ x: 3 })) // here
      .fail("too small")
  );
});

compile(pipeline);
