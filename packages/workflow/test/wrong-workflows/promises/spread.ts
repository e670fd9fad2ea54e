/** PROMISE_USED_AS_VALUE: a promised record is spread. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const person = t.struct("Person", { name: t.string(), age: t.int() });
const greet = task({ name: "greet", inputs: { who: person } }, () => {});

const pipeline = workflow({ name: "pipeline", inputs: { who: person } }, ({ who }) => {
  greet({ who: { ...who, age: 3 } }); // here
});

compile(pipeline);
