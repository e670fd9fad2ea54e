/** PROMISE_USED_AS_VALUE: a promise is written as JSON. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const log = task({ name: "log", inputs: { text: t.string() } }, () => {});

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  log({ text: JSON.stringify({ n }) }); // here
});

compile(pipeline);
