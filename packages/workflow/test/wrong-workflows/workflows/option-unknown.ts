/** OPTION_UNKNOWN: an option of tasks on a workflow. */
import { workflow } from "@flytekit-ts/workflow";

// @ts-expect-error workflows have no retries
export const pipeline = workflow({ name: "pipeline", retries: 3 }, () => {}); // here
