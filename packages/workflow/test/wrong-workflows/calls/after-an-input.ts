/** AFTER_NOT_A_RESULT: a call that comes after a workflow input, which is always there. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const announce = task({ name: "announce" }, () => {});

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  announce({}, { after: [n] }); // here
});

compile(pipeline);
