/** NAME_INVALID: a name that would be a path. */
import { workflow } from "@flytekit-ts/workflow";

export const pipeline = workflow({ name: "jobs/pipeline" }, () => {}); // here
