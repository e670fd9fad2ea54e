/** OPTIONS_NOT_AN_OBJECT: a second argument that is no options. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  // @ts-expect-error arguments are one object
  square({ x: 3 }, n); // here
});

compile(pipeline);
