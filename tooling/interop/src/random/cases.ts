import fc from "fast-check";
import type { Case } from "../description/type.js";
import { t } from "@flytekit-ts/core";
import { hasKind } from "../description/parts.js";
import { typesAt } from "./types.js";
import { valuesOf } from "./values.js";

/** How many values of each type are exchanged: a type costs Python more than a value. */
export const VALUES = 6;

const missing = new Set(
  ["date", "literal", "binary", "json", "union", "keyed", "dataset"].filter(
    (name) => !(name in t) && (name !== "keyed" || !("json" in t)),
  ),
);

/** Random types, each with values of it. */
export const cases: fc.Arbitrary<Case> = typesAt({ depth: 5, inRecord: false })
  .filter((type) => !hasKind(type, missing))
  .chain((type) =>
    fc
      .array(valuesOf(type), { minLength: 1, maxLength: VALUES, size: "max" })
      .map((values): Case => ({ type, values })),
  );
