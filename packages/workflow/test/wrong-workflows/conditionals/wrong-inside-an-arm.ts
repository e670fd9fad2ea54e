/** BINDING_TYPE_MISMATCH: a call in an arm of several calls is wrong. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const half = task({ name: "half", inputs: { x: t.float() }, output: t.float() }, ({ x }) => x / 2);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  conditional("size")
    .if(n.gt(10), () => {
      const area = square({ x: n });
      // @ts-expect-error an int is no float
      return half({ x: area }); // here
    })
    .else(() => half({ x: 3 }));
});

compile(pipeline);
