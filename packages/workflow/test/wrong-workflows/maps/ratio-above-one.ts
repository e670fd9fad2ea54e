/** OPTION_INVALID: more than all have to succeed. */
import { mapTask, t, task } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

export const squares = mapTask(square, { minSuccessRatio: 90 }); // here
