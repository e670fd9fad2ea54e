/** CALL_OUTSIDE_WORKFLOW: the function of a task calls another task. */
import { t, task, testContext } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const both = task({ name: "both", inputs: { x: t.int() } }, ({ x }) => {
  square({ x }); // here
});

await both.fn({ x: 3 }, testContext());
