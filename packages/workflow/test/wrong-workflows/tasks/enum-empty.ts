/** ENUM_VALUES_INVALID: an enum of nothing. */
import { t } from "@flytekit-ts/workflow";

export const color = t.enum([]); // here
