/** FUNCTION_MISSING: the result of the function instead of the function. */
import { t, task } from "@flytekit-ts/workflow";

const load = (): string => "rows";

// @ts-expect-error the function itself is wanted
export const loading = task({ name: "load", output: t.string() }, load()); // here
