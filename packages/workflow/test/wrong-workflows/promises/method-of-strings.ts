/** PROMISE_USED_AS_VALUE: a method of strings on a text that is not there yet. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const greet = task({ name: "greet", inputs: { who: t.string() } }, () => {});

const pipeline = workflow({ name: "pipeline", inputs: { who: t.string() } }, ({ who }) => {
  // @ts-expect-error a promise has no methods of strings
  greet({ who: who.toUpperCase() }); // here
});

compile(pipeline);
