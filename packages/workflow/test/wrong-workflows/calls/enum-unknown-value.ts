/** BINDING_TYPE_MISMATCH: a text that is none of an enum's. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const paint = task({ name: "paint", inputs: { color: t.enum(["red", "green"]) } }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  // @ts-expect-error blue is not one of them
  paint({ color: "blue" }); // here
});

compile(pipeline);
