/** VARIABLE_NAME_INVALID: an input of a workflow that is no name. */
import { t, workflow } from "@flytekit-ts/workflow";

export const pipeline = workflow({ name: "pipeline", inputs: { "2nd": t.int() } }, () => {}); // here
