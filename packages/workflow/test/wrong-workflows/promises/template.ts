/** PROMISE_USED_AS_VALUE: a promise in a template. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const shout = task({ name: "shout", inputs: { s: t.string() }, output: t.string() }, ({ s }) =>
  s.toUpperCase(),
);

const pipeline = workflow(
  { name: "pipeline", inputs: { who: t.string() }, output: t.string() },
  ({ who }) => shout({ s: `hello ${who}` }), // here
);

compile(pipeline);
