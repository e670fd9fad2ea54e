/** PROMISE_USED_AS_VALUE: a loop over a list that is not there yet. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const greet = task({ name: "greet", inputs: { who: t.string() } }, () => {});

const pipeline = workflow({ name: "pipeline", inputs: { names: t.list(t.string()) } }, ({ names }) => {
  // @ts-expect-error a promise is no list
  for (const who of names) greet({ who }); // here
});

compile(pipeline);
