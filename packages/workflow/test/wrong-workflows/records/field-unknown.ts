/** BINDING_TYPE_MISMATCH: a record with a field too many. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const person = t.struct("Person", { name: t.string() });
const greet = task({ name: "greet", inputs: { who: person } }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  // @ts-expect-error there is no such field
  greet({ who: { name: "Ada", years: 36 } }); // here
});

compile(pipeline);
