/** BINDING_TYPE_MISMATCH: a promised record of the same name that lacks a field. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const stored = t.struct("Person", { name: t.string() });
const person = t.struct("Person", { name: t.string(), age: t.int() });
const load = task({ name: "load", output: stored }, () => ({ name: "Ada" }));
const greet = task({ name: "greet", inputs: { who: person } }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  // @ts-expect-error age is missing
  greet({ who: load() }); // here
});

compile(pipeline);
