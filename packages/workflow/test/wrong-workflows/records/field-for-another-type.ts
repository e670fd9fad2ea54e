/** BINDING_TYPE_MISMATCH: a field of a promise where another type is taken. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const person = t.struct("Person", { name: t.string(), age: t.int() });
const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow(
  { name: "pipeline", inputs: { people: t.list(person) }, output: t.int() },
  ({ people }) => {
    // @ts-expect-error a name is no int
    return square({ x: people.at(0).name }); // here
  },
);

compile(pipeline);
