/** warning VOID_ARM_NEEDS_NEWER_BACKEND: an arm of several calls that gives nothing. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const say = task({ name: "say", inputs: { x: t.int() } }, () => {});

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  conditional("size")
    .if(n.gt(3), () => {
      // here
      say({ x: n });
      return say({ x: 3 });
    })
    .else(() => say({ x: n }));
});

export const { warnings } = compile(pipeline);
