/** NAME_INVALID: a name for people. */
import { task } from "@flytekit-ts/workflow";

export const load = task({ name: "load all rows" }, () => {}); // here
