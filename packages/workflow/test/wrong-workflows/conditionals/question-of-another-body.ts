/** PROMISE_OUT_OF_PLACE: a condition is carried from one body into another. */
import { compile, type Condition, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

let kept: Condition;
const first = workflow({ name: "first", inputs: { n: t.int() } }, ({ n }) => {
  kept = n.gt(10);
  conditional("size")
    .if(kept, () => square({ x: n }))
    .else(() => square({ x: 3 }));
});
compile(first);

const second = workflow({ name: "second" }, () => {
  conditional("size")
    .if(kept, () => square({ x: 1 })) // here
    .else(() => square({ x: 3 }));
});

compile(second);
