/** FUNCTION_MISSING: a workflow without a body. */
import { t, workflow } from "@flytekit-ts/workflow";

// @ts-expect-error a body is needed
export const pipeline = workflow({ name: "pipeline", inputs: { n: t.int() } }); // here
