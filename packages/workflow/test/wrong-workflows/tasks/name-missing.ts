/** NAME_INVALID: a task without a name. */
import { task } from "@flytekit-ts/workflow";

// @ts-expect-error a name is needed
export const load = task({ retries: 3 }, () => {}); // here
