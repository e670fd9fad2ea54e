/** OPTION_INVALID: a type where types by name are wanted. */
import { t, task } from "@flytekit-ts/workflow";

// @ts-expect-error inputs have names
export const square = task({ name: "square", inputs: t.int(), output: t.int() }, () => 3); // here
