/** TYPE_UNKNOWN: a class of JavaScript instead of a type. */
import { task } from "@flytekit-ts/workflow";

// @ts-expect-error no Flyte type
export const load = task({ name: "load", inputs: { rows: Number } }, () => {}); // here
