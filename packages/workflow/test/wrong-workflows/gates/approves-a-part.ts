/** APPROVAL_INVALID: an approval of a field of an output. */
import { approve, compile, t, workflow } from "@flytekit-ts/workflow";

const person = t.struct("Person", { name: t.string(), age: t.int() });

const pipeline = workflow({ name: "pipeline", inputs: { who: person }, output: t.int() }, ({ who }) => {
  // @ts-expect-error a whole output is wanted
  return approve(who.age, "age"); // here
});

compile(pipeline);
