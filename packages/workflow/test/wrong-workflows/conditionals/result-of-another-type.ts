/** BINDING_TYPE_MISMATCH: what a conditional gives feeds an input of another type. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const half = task({ name: "half", inputs: { x: t.float() }, output: t.float() }, ({ x }) => x / 2);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.float() }, ({ n }) => {
  const size = conditional("size")
    .if(n.gt(10), () => square({ x: n }))
    .else(() => square({ x: 3 }));
  // @ts-expect-error an int is no float
  return half({ x: size }); // here
});

compile(pipeline);
