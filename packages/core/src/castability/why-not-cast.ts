import type * as idl from "@flytekit-ts/models/core";

import { describeLiteralType } from "../literals/describe-type.js";
import { SimpleType } from "../literals/idl-enums.js";
import { elementOf, read, simpleOf, type Type, variantsOf } from "../literals/read-type.js";
import { isTable } from "./cast-datasets.js";
import { explainCast } from "./explain-cast.js";

/**
 * Why a type does not fit another, if their names do not show it; otherwise undefined.
 *
 * For simple types the names are enough. For two records, enums or datasets, and for optionals and other unions, a message
 * must say what differs.
 */
export function whyNotCast(from: idl.LiteralType, to: idl.LiteralType): string | undefined {
  if (!isPuzzling(from, to)) return undefined;
  const why = explainCast(from, to);
  return why === `${describeLiteralType(from)} is not ${describeLiteralType(to)}` ? undefined : why;
}

function isPuzzling(from: Type, to: Type): boolean {
  return hasVariants(from) || hasVariants(to) || (isManifold(from) && isManifold(to));
}

function isManifold(type: Type): boolean {
  return holds(
    type,
    (each) => simpleOf(each) === SimpleType.STRUCT || read(each, "enumType") !== undefined || isTable(each),
  );
}

function hasVariants(type: Type): boolean {
  return holds(type, (each) => variantsOf(each) !== undefined);
}

// The types in messages may come from other programs and be nested to any depth.
const DEEPEST = 100;

/** Whether a type, or the type of the elements of its lists and maps, passes `isSuch`. */
function holds(type: Type, isSuch: (type: Type) => boolean, depth = DEEPEST): boolean {
  if (type === undefined || depth === 0) return false;
  const inner = elementOf(type, "collectionType") ?? elementOf(type, "mapValueType");
  return isSuch(type) || holds(inner, isSuch, depth - 1);
}
