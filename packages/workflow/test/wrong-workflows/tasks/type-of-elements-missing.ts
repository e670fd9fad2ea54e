/** TYPE_UNKNOWN: a list of nothing in particular. */
import { t, task } from "@flytekit-ts/workflow";

// @ts-expect-error a list has elements of some type
export const rows = t.list(); // here

export const load = task({ name: "load", inputs: { rows } }, () => {});
