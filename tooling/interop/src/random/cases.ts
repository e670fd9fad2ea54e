import fc from "fast-check";
import type { Case } from "../description/type.js";
import { typesAt } from "./types.js";
import { valuesOf } from "./values.js";

/** How many values of each type are exchanged: a type costs Python more than a value. */
export const VALUES = 6;

/** Random types, each with values of it. */
export const cases: fc.Arbitrary<Case> = typesAt({ depth: 5, inRecord: false }).chain((type) =>
  fc
    .array(valuesOf(type), { minLength: 1, maxLength: VALUES, size: "max" })
    .map((values): Case => ({ type, values })),
);
