/** BINDING_TYPE_MISMATCH: named outputs where one bare result is declared. */
import { compile, t, task, workflow } from "@flytekit-ts/workflow";

const split = task({ name: "split", outputs: { head: t.int(), rest: t.int() } }, () => ({
  head: 1,
  rest: 2,
}));

// @ts-expect-error one of the two is meant
const pipeline = workflow({ name: "pipeline", output: t.int() }, () => split()); // here

compile(pipeline);
