/** UNION_AMBIGUOUS: an integer for a union of two numbers. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const pay = task({ name: "pay", inputs: { amount: t.union([t.int(), t.float()]) } }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  pay({ amount: 3 }); // here
});

compile(pipeline);
