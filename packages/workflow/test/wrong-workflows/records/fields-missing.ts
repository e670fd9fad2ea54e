/** OPTION_INVALID: a record of nothing in particular. */
import { t } from "@flytekit-ts/workflow";

// @ts-expect-error a record has fields
export const person = t.struct("Person"); // here
