/** TYPE_UNKNOWN: the maker of a type, which was not called. */
import { t, task } from "@flytekit-ts/workflow";

// @ts-expect-error t.int was not called
export const load = task({ name: "load", inputs: { rows: t.int } }, () => {}); // here
