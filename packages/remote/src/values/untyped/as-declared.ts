import type { TypeLike } from "@flytekit-ts/core";
import { createType, resolveType } from "@flytekit-ts/core/types";
import type * as idl from "@flytekit-ts/models/core";

/**
 * A type whose literals say that they are of the literal type that an entity declares. Variants of a union are told apart by
 * that and by its tag: those of other types are none of it, for Python too.
 */
export function asDeclared(type: TypeLike, literalType: idl.LiteralType): TypeLike {
  const { transformer } = resolveType(type, "a variant");
  const declared = literalType.structure?.tag ?? "";
  const tag = declared === "" ? transformer.tag : declared;
  const depth = Math.max(transformer.depth ?? 0, depthOf(literalType, 1));
  return createType({ transformer: { ...transformer, literalType, tag, depth } });
}

// A level of JSON is three messages: a struct, an entry of it, and the value there.
const OF_JSON = 3;
const JSON_FIELDS: ReadonlySet<string> = new Set(["metadata", "annotations"]);

/** At least as many messages as are nested in a literal type. */
function depthOf(part: unknown, each: number): number {
  if (typeof part !== "object" || part === null) return 0;
  const inside = Object.entries(part).map(([name, value]) =>
    depthOf(value, JSON_FIELDS.has(name) ? OF_JSON : each),
  );
  return each + Math.max(0, ...inside);
}
