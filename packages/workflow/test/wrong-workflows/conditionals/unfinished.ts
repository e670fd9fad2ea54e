/** CONDITIONAL_UNFINISHED: a conditional without a last arm. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  const area = square({ x: n });
  conditional("size").if(area.gt(10), () => square({ x: area })); // here
  return area;
});

compile(pipeline);
