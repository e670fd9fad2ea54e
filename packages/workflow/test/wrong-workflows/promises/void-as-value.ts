/** VOID_USED_AS_VALUE: the result of a task without outputs. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const announce = task({ name: "announce" }, () => {});
const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", output: t.int() }, () => {
  const told = announce();
  // @ts-expect-error it gives nothing
  return square({ x: told }); // here
});

compile(pipeline);
