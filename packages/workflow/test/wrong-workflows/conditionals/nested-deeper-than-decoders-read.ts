/** warning MESSAGE_TOO_DEEP: conditionals that nest deeper than most programs can read back. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";
import type { FlytePromise } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  const below = (limit: number): FlytePromise<number, "int"> => {
    if (limit === 0) return square({ x: n });
    return conditional(`below-${limit}`) // here
      .if(n.lt(limit), () => below(limit - 1))
      .else(() => square({ x: limit }));
  };
  return below(30);
});

export const { warnings } = compile(pipeline);
