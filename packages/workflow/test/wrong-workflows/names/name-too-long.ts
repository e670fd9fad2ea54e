/** NAME_INVALID: a name that is longer than Flyte stores. */
import { task } from "@flytekit-ts/workflow";

export const load = task({ name: "load".repeat(100) }, () => {}); // here
