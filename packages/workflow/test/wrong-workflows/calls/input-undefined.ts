/** INPUT_MISSING: a field that a promised record does not have is undefined, and so no input. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const person = t.struct("Person", { name: t.string(), age: t.int() });
const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { who: person }, output: t.int() }, ({ who }) => {
  // @ts-expect-error the field is called age
  return square({ x: who.years }); // here
});

compile(pipeline);
