/** OPTION_INVALID: a plain function for a handler. */
import { workflow } from "@flytekit-ts/workflow";

// @ts-expect-error a task or a workflow
export const pipeline = workflow({ name: "pipeline", onFailure: () => {} }, () => {}); // here
