/** OPTION_INVALID: a variable whose name has its value in it. */
import { task } from "@flytekit-ts/workflow";

export const load = task({ name: "load", environment: { "MODE=fast": "" } }, () => {}); // here
