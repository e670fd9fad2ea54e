/** CALL_OUTSIDE_WORKFLOW: a task is called as if that ran it. */
import { t, task } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

export const nine = square({ x: 3 }); // here
