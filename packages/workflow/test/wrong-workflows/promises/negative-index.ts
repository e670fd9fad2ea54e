/** PROMISE_INDEX_INVALID: an element counted from the end. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const greet = task({ name: "greet", inputs: { who: t.string() } }, () => {});

const pipeline = workflow({ name: "pipeline", inputs: { names: t.list(t.string()) } }, ({ names }) => {
  // @ts-expect-error an index counts from 0
  greet({ who: names.at(-1) }); // here
});

compile(pipeline);
