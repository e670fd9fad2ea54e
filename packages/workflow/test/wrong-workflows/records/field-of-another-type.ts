/** BINDING_TYPE_MISMATCH: a record with a field of another type. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const person = t.struct("Person", { name: t.string(), age: t.int() });
const greet = task({ name: "greet", inputs: { team: t.list(person) } }, () => {});

const pipeline = workflow({ name: "pipeline" }, () => {
  // @ts-expect-error a text is no int
  greet({ team: [{ name: "Ada", age: "36" }] }); // here
});

compile(pipeline);
