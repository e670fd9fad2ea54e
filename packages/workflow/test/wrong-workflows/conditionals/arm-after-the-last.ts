/** CONDITIONAL_FINISHED: an arm after the last one. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  const size = conditional("size").if(n.gt(10), () => square({ x: n }));
  size.else(() => square({ x: 1 }));
  return size.fail("neither"); // here
});

compile(pipeline);
