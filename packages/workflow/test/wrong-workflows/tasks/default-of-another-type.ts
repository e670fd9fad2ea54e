/** VALUE_TYPE_MISMATCH: a default that its input would not take. */
import { t, task } from "@flytekit-ts/workflow";

// @ts-expect-error a text is no int
const limit = t.int().default("10"); // here

export const load = task({ name: "load", inputs: { limit } }, () => {});
