/** BINDING_TYPE_MISMATCH: a text for the int of a dynamic. */
import { compile, dynamic, t, workflow } from "@flytekit-ts/workflow";

const grow = dynamic({ name: "grow", inputs: { n: t.int() }, output: t.int() }, ({ n }) => n);

const pipeline = workflow({ name: "pipeline", inputs: { s: t.string() } }, ({ s }) => {
  // @ts-expect-error a text is no int
  grow({ n: s }); // here
});

compile(pipeline);
