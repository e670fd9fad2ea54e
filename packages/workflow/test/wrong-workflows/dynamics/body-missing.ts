/** FUNCTION_MISSING: a dynamic without a body. */
import { dynamic, t } from "@flytekit-ts/workflow";

// @ts-expect-error a body is needed
export const grow = dynamic({ name: "grow", inputs: { n: t.int() } }); // here
