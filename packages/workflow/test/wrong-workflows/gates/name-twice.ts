/** warning GATE_NAME_TWICE: two approvals that one answer opens. */
import { approve, compile, t, task, workflow } from "@flytekit-ts/workflow";

const add = task({ name: "add", inputs: { a: t.int(), b: t.int() }, output: t.int() }, ({ a, b }) => a + b);

const pipeline = workflow(
  { name: "pipeline", inputs: { a: t.int(), b: t.int() }, output: t.int() },
  ({ a, b }) => {
    const first = approve(a, "ok");
    return add({ a: first, b: approve(b, "ok") }); // here
  },
);

export const { warnings } = compile(pipeline);
