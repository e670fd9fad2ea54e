/** INTERRUPTIBLE_NOT_BOOLEAN: a text for yes. */
import { workflow } from "@flytekit-ts/workflow";

// @ts-expect-error true or false
export const pipeline = workflow({ name: "pipeline", interruptible: "yes" }, () => {}); // here
