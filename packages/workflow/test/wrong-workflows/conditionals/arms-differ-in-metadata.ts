/** CONDITIONAL_ARMS_DIFFER: two records of one name, and one field that the other has not. */
import { compile, conditional, t, task, workflow } from "@flytekit-ts/workflow";

const small = t.struct("Person", { name: t.string() });
const large = t.struct("Person", { name: t.string(), age: t.int() });
const one = task({ name: "one", output: small }, () => ({ name: "Ada" }));
const other = task({ name: "other", output: large }, () => ({ name: "Ada", age: 36 }));

const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }, ({ n }) => {
  conditional("who") // here
    .if(n.gt(10), () => one())
    // @ts-expect-error the arms give different records
    .else(() => other());
});

compile(pipeline);
