/** OPTION_INVALID: a variable that is no text. */
import { task } from "@flytekit-ts/workflow";

// @ts-expect-error a text is wanted
export const load = task({ name: "load", environment: { RETRIES: 3 } }, () => {}); // here
