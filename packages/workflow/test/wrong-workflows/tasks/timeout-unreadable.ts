/** OPTION_INVALID: a timeout in words, which only the run shows. */
import { task } from "@flytekit-ts/workflow";

export const load = task({ name: "load", timeout: "ten minutes" }, () => {}); // here
