/** CONDITION_NOT_COMPARABLE: a part of an output is compared. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const person = t.struct("Person", { name: t.string(), age: t.int() });
const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const pipeline = workflow({ name: "pipeline", inputs: { who: person } }, ({ who }) => {
  conditional("age")
    // @ts-expect-error only whole outputs are compared
    .if(who.age.gt(18), () => square({ x: 1 })) // here
    .else(() => square({ x: 3 }));
});

compile(pipeline);
