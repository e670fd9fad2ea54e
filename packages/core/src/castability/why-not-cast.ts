import type * as idl from "@flytekit-ts/models/core";

import { describeLiteralType } from "../literals/describe-type.js";
import { SimpleType } from "../literals/idl-enums.js";
import { elementOf, read, simpleOf, type Type, variantsOf } from "../literals/read-type.js";
import { explainCast } from "./explain-cast.js";

/**
 * Why a type cannot be given where another is wanted, where their names do not tell.
 *
 * Names tell single values apart. Of two records or enums, and of what may be one thing or another, it has to be said
 * what differs.
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
  return holds(type, (each) => simpleOf(each) === SimpleType.STRUCT || read(each, "enumType") !== undefined);
}

function hasVariants(type: Type): boolean {
  return holds(type, (each) => variantsOf(each) !== undefined);
}

// Types of messages come from anywhere, and may be as deep as they like.
const DEEPEST = 100;

/** Whether a type, or what lists and maps of it hold, is such. */
function holds(type: Type, isSuch: (type: Type) => boolean, depth = DEEPEST): boolean {
  if (type === undefined || depth === 0) return false;
  const inner = elementOf(type, "collectionType") ?? elementOf(type, "mapValueType");
  return isSuch(type) || holds(inner, isSuch, depth - 1);
}
