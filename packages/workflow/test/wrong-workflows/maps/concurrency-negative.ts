/** OPTION_INVALID: less than none at a time. */
import { mapTask, t, task } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

export const squares = mapTask(square, { concurrency: -1 }); // here
