/** ENUM_VALUES_INVALID: an enum of nothing. */
import { t } from "@flytekit-ts/workflow";

// @ts-expect-error no value
export const color = t.enum([]); // here
