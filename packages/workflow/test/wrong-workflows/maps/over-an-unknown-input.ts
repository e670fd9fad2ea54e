/** OPTION_INVALID: a map over an input that the task does not have. */
import { mapTask, t, task } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

// @ts-expect-error the input is called x
export const squares = mapTask(square, { over: ["n"] }); // here
