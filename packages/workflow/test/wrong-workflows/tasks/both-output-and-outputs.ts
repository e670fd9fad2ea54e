/** OUTPUTS_AMBIGUOUS: one bare output, and named ones. */
import { t, task } from "@flytekit-ts/workflow";

// @ts-expect-error one of the two
export const load = task({ name: "load", output: t.int(), outputs: { n: t.int() } }, () => 1); // here
