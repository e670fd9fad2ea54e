/** PROMISE_OUT_OF_PLACE: a call comes after one that only an arm makes. */
import { compile, conditional, task, t, type VoidPromise, workflow } from "@flytekit-ts/workflow";

const announce = task({ name: "announce" }, () => {});
const clean = task({ name: "clean" }, () => {});

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  let inside: VoidPromise = announce();
  conditional("size")
    .if(n.gt(10), () => (inside = announce()))
    .else(() => announce());
  clean({}, { after: [inside] }); // here
});

compile(pipeline);
