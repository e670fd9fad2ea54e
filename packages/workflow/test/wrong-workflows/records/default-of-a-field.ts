/** VALUE_TYPE_MISMATCH: a default for a record that lacks a field. */
import { t } from "@flytekit-ts/workflow";

const person = t.struct("Person", { name: t.string(), age: t.int() });

// @ts-expect-error age is missing
export const somebody = person.default({ name: "Ada" }); // here
