/** FUNCTION_MISSING: a task without its function. */
import { t, task } from "@flytekit-ts/workflow";

// @ts-expect-error the function is missing
export const load = task({ name: "load", output: t.string() }); // here
