/** GATE_NAME_TWICE: a sub-workflow waits for a string where the workflow waits for an int. */
import { compile, t, task, waitForInput, workflow } from "@flytekit-ts/workflow";

const label = task(
  { name: "label", inputs: { n: t.int(), name: t.string() }, output: t.string() },
  ({ n, name }) => `${name} ${n}`,
);

const ask = workflow({ name: "ask", output: t.string() }, () => waitForInput("answer", t.string()));

const pipeline = workflow({ name: "pipeline", output: t.string() }, () => {
  const n = waitForInput("answer", t.int());
  return label({ n, name: ask() }); // here
});

compile(pipeline);
