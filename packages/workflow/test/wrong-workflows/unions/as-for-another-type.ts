/** BINDING_TYPE_MISMATCH: `t.as` names a type that is no variant. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const pay = task({ name: "pay", inputs: { amount: t.union([t.int(), t.float()]) } }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  // @ts-expect-error a string is no variant
  pay({ amount: t.as(t.string(), "3") }); // here
});

compile(pipeline);
