/** PROMISE_OUT_OF_PLACE: a promise is carried from one body into another. */
import { compile, type FlytePromise, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

let kept: FlytePromise<number, "int">;
const first = workflow({ name: "first", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  kept = square({ x: n });
  return kept;
});
compile(first);

const second = workflow({ name: "second", output: t.int() }, () => square({ x: kept })); // here

compile(second);
