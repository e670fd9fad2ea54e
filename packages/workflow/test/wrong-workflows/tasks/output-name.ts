/** VARIABLE_NAME_INVALID: an output with a dot in its name. */
import { t, task } from "@flytekit-ts/workflow";

export const load = task({ name: "load", outputs: { "a.b": t.int() } }, () => ({ "a.b": 1 })); // here
