/** BINDING_TYPE_MISMATCH: an integer beyond what JavaScript's numbers hold exactly. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const find = task({ name: "find", inputs: { id: t.int() } }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  find({ id: 9007199254740993 }); // here
});

compile(pipeline);
