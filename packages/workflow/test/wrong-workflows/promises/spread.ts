/** PROMISE_IN_RECORD: a promised record is copied into a record. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const person = t.struct("Person", { name: t.string(), age: t.int() });
const greet = task({ name: "greet", inputs: { who: person } }, () => {});

const pipeline = workflow({ name: "pipeline", inputs: { who: person } }, ({ who }) => {
  greet({ who: { ...who, age: 3 } }); // here
});

compile(pipeline);
