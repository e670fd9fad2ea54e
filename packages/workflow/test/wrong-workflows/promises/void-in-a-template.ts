/** VOID_USED_AS_VALUE: the result of a task without outputs in a text. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const announce = task({ name: "announce" }, () => {});
const log = task({ name: "log", inputs: { text: t.string() } }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  const told = announce();
  log({ text: `it said ${told}` }); // here
});

compile(pipeline);
