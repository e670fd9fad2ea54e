/** BINDING_TYPE_MISMATCH: the values of two enums in another order, which makes them two types to Flyte. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const paint = task({ name: "paint", inputs: { color: t.enum(["red", "green"]) } }, () => {});

const pipeline = workflow({ name: "pipeline", inputs: { color: t.enum(["green", "red"]) } }, ({ color }) => {
  paint({ color }); // here
});

compile(pipeline);
