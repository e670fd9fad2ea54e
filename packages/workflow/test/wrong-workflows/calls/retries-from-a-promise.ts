/** OPTION_INVALID: an option that is known only when the workflow runs. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  // @ts-expect-error a promise is known too late
  return square({ x: 3 }, { retries: n }); // here
});

compile(pipeline);
