/** PROMISE_USED_AS_VALUE: a method of arrays on a list that is not there yet. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const greet = task({ name: "greet", inputs: { who: t.string() }, output: t.string() }, ({ who }) => who);

const pipeline = workflow(
  { name: "pipeline", inputs: { names: t.list(t.string()) }, output: t.list(t.string()) },
  ({ names }) => {
    // @ts-expect-error a promise has no methods of arrays
    return names.map((who: string) => greet({ who })); // here
  },
);

compile(pipeline);
