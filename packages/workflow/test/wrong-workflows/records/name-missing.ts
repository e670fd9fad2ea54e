/** STRUCT_NAME_INVALID: a record without a name. */
import { t } from "@flytekit-ts/workflow";

// @ts-expect-error the name comes first
export const person = t.struct({ name: t.string() }); // here
