/** PROMISE_INDEX_INVALID: a key where an index is wanted. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const greet = task({ name: "greet", inputs: { who: t.string() } }, () => {});

const pipeline = workflow({ name: "pipeline", inputs: { names: t.list(t.string()) } }, ({ names }) => {
  // @ts-expect-error lists have indexes
  greet({ who: names.at("first") }); // here
});

compile(pipeline);
