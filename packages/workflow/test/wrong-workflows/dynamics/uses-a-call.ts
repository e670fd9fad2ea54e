/** OPTION_INVALID: one entity where a list is wanted. */
import { dynamic, t, task } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

// @ts-expect-error a list is wanted
export const grow = dynamic({ name: "grow", inputs: { n: t.int() }, uses: square }, () => {}); // here
