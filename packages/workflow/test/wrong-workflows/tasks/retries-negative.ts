/** OPTION_INVALID: fewer than no retries. */
import { task } from "@flytekit-ts/workflow";

export const load = task({ name: "load", retries: -1 }, () => {}); // here
