/** BINDING_TYPE_MISMATCH: a record without one of its fields. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const person = t.struct("Person", { name: t.string(), age: t.int() });
const greet = task({ name: "greet", inputs: { who: person } }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  // @ts-expect-error age is missing
  greet({ who: { name: "Ada" } }); // here
});

compile(pipeline);
