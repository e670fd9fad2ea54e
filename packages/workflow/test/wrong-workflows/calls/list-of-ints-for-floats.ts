/** BINDING_TYPE_MISMATCH: a whole list of ints feeds a list of floats. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const mean = task(
  { name: "mean", inputs: { xs: t.list(t.float()) }, output: t.float() },
  ({ xs }) => xs.length,
);

const pipeline = workflow(
  { name: "pipeline", inputs: { sizes: t.list(t.int()) }, output: t.float() },
  // @ts-expect-error a list of ints is no list of floats
  ({ sizes }) => mean({ xs: sizes }), // here
);

compile(pipeline);
