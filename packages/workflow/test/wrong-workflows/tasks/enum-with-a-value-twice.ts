/** ENUM_VALUES_INVALID: an enum that has one value twice. */
import { t } from "@flytekit-ts/workflow";

export const color = t.enum(["red", "green", "red"]); // here
