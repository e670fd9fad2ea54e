/** PROMISE_USED_AS_VALUE: a promised map is spread for arguments. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const greet = task({ name: "greet", inputs: { ages: t.map(t.int()) } }, () => {});

const pipeline = workflow({ name: "pipeline", inputs: { ages: t.map(t.int()) } }, ({ ages }) => {
  greet({ ages: { ...ages, ada: 36 } }); // here
});

compile(pipeline);
