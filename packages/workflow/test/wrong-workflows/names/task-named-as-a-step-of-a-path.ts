/** NAME_INVALID: a name that is a step of the path where Flyte stores the task. */
import { task } from "@flytekit-ts/workflow";

export const load = task({ name: "." }, () => {}); // here
