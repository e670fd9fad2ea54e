/** PROMISE_USED_AS_VALUE: the keys of a promised map are listed. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const greet = task({ name: "greet", inputs: { name: t.string() } }, () => {});

const pipeline = workflow({ name: "pipeline", inputs: { ages: t.map(t.int()) } }, ({ ages }) => {
  for (const name of Object.keys(ages)) greet({ name }); // here
});

compile(pipeline);
