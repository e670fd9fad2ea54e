/** BINDING_TYPE_MISMATCH: a text for the int of a workflow inside another. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const inner = workflow({ name: "inner", inputs: { n: t.int() }, output: t.int() }, ({ n }) =>
  square({ x: n }),
);

const outer = workflow({ name: "outer", inputs: { s: t.string() }, output: t.int() }, ({ s }) => {
  // @ts-expect-error a text is no int
  return inner({ n: s }); // here
});

compile(outer);
