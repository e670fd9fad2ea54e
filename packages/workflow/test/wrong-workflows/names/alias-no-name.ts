/** VARIABLE_NAME_INVALID: another name for an output that is no name. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  square({ x: n }, { aliases: { o0: "my-area" } }); // here
});

compile(pipeline);
