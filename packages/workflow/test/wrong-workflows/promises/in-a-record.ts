/** PROMISE_IN_RECORD: a promise is a field of a record. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const person = t.struct("Person", { name: t.string(), age: t.int() });
const greet = task({ name: "greet", inputs: { who: person } }, () => {});

const pipeline = workflow({ name: "pipeline", inputs: { name: t.string() } }, ({ name }) => {
  // @ts-expect-error a record travels as one value
  greet({ who: { name, age: 3 } }); // here
});

compile(pipeline);
