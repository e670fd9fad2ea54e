/** BINDING_TYPE_MISMATCH: a field that may be missing where it has to be there. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const stored = t.struct("Person", { name: t.string(), age: t.optional(t.int()) });
const person = t.struct("Person", { name: t.string(), age: t.int() });
const load = task({ name: "load", output: stored }, () => ({ name: "Ada", age: undefined }));
const greet = task({ name: "greet", inputs: { who: person } }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  // @ts-expect-error age may be missing
  greet({ who: load() }); // here
});

compile(pipeline);
