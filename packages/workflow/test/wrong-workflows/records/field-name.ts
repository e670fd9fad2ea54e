/** VARIABLE_NAME_INVALID: a field that is no name. */
import { t } from "@flytekit-ts/workflow";

export const person = t.struct("Person", { "first name": t.string() }); // here
