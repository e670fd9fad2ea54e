/** GATE_NAME_TWICE: one name for an approval and an int. */
import { approve, compile, t, task, waitForInput, workflow } from "@flytekit-ts/workflow";

const add = task({ name: "add", inputs: { a: t.int(), b: t.int() }, output: t.int() }, ({ a, b }) => a + b);

const pipeline = workflow({ name: "pipeline", inputs: { a: t.int() }, output: t.int() }, ({ a }) => {
  const limit = waitForInput("limit", t.int());
  return add({ a: approve(a, "limit"), b: limit }); // here
});

compile(pipeline);
