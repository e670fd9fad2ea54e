/** VARIABLE_NAME_INVALID: an input with a hyphen in its name. */
import { t, task } from "@flytekit-ts/workflow";

export const load = task({ name: "load", inputs: { "max-rows": t.int() } }, () => {}); // here
