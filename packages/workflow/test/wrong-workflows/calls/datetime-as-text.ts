/** BINDING_TYPE_MISMATCH: a text where a point in time is taken. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const load = task({ name: "load", inputs: { day: t.datetime() } }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  // @ts-expect-error a text is no Date
  load({ day: "2024-05-01" }); // here
});

compile(pipeline);
