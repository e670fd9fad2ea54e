/** BINDING_TYPE_MISMATCH: a Date that is none. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load", inputs: { day: t.datetime() } }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  load({ day: new Date("first of May") }); // here
});

compile(pipeline);
