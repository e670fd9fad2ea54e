/** BINDING_TYPE_MISMATCH: an optional record inside another, which Flyte compares to the letter. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const home = t.optional(t.struct("Home", { city: t.string() }));
const stored = t.struct("Stored", { name: t.string(), home });
const person = t.struct("Person", { name: t.string(), home });
const load = task({ name: "load", output: stored }, () => ({ name: "Ada", home: undefined }));
const greet = task({ name: "greet", inputs: { who: person } }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  greet({ who: load() }); // here
});

compile(pipeline);
