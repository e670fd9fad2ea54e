/** OPTION_UNKNOWN: flytekit's name for an option. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  // @ts-expect-error it is called id
  return square({ x: n }, { node_name: "area" }); // here
});

compile(pipeline);
