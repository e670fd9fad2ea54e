/** OPTION_INVALID: the name of an environment variable with a blank. */
import { task } from "@flytekit-ts/workflow";

export const load = task({ name: "load", environment: { "LOG LEVEL": "debug" } }, () => {}); // here
