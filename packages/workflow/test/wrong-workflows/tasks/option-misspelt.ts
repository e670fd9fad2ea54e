/** OPTION_UNKNOWN: an option that is misspelt. */
import { task } from "@flytekit-ts/workflow";

// @ts-expect-error it is called retries
export const load = task({ name: "load", retires: 3 }, () => {}); // here
