/** PROMISE_OUT_OF_PLACE: a promise of one arm is used after the conditional. */
import { compile, conditional, type FlytePromise, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  let inside: FlytePromise<number, "int"> = n;
  conditional("size")
    .if(n.gt(10), () => (inside = square({ x: n })))
    .else(() => square({ x: 3 }));
  return square({ x: inside }); // here
});

compile(pipeline);
