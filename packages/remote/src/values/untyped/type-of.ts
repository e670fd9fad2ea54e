import { t, type TypeLike } from "@flytekit-ts/core";
import { SimpleType } from "@flytekit-ts/core/literals";
import type { JsonSchema } from "@flytekit-ts/core/types";
import type * as idl from "@flytekit-ts/models/core";
import { anyInteger } from "./any-integer.js";
import { asDeclared } from "./as-declared.js";
import { givenRecord } from "./given-record.js";
import { literalItself } from "./literal-itself.js";

/** Whether values are given by a caller, and checked, or come from the cluster, and are taken as they are. */
export type Direction = "given" | "received";

/**
 * The type of values of which only Flyte's literal type is known, as it is for an entity that was registered elsewhere.
 *
 * A record is taken apart without its schema, so that nothing of it is lost, and is checked against the schema where a caller
 * gives it.
 */
export function typeOf(literalType: idl.LiteralType, direction: Direction): TypeLike {
  const { type } = literalType;
  switch (type?.$case) {
    case "simple":
      return (
        SIMPLE.get(type.value) ??
        (type.value === STRUCT ? record(literalType, direction) : literalItself(literalType))
      );
    case "collectionType":
      return t.list(typeOf(type.value, direction));
    case "mapValueType":
      return t.map(typeOf(type.value, direction));
    case "enumType":
      return type.value.values.length === 0 ? t.string() : t.enum(type.value.values);
    case "blob":
      return type.value.dimensionality === MULTIPART
        ? t.directory(type.value.format)
        : t.file(type.value.format);
    case "structuredDatasetType":
      return type.value.format === "" ? t.dataset() : t.dataset({ format: type.value.format });
    case "unionType":
      return unionOf(type.value.variants, literalType, direction);
    default:
      return literalItself(literalType);
  }
}

const STRUCT = SimpleType.STRUCT;
const MULTIPART = 1;
const SIMPLE: ReadonlyMap<number, TypeLike> = new Map<number, TypeLike>([
  [SimpleType.NONE, t.none()],
  [SimpleType.INTEGER, anyInteger],
  [SimpleType.FLOAT, t.float()],
  [SimpleType.STRING, t.string()],
  [SimpleType.BOOLEAN, t.boolean()],
  [SimpleType.DATETIME, t.datetime()],
  [SimpleType.DURATION, t.duration()],
  [SimpleType.ERROR, t.error()],
]);

function record(literalType: idl.LiteralType, direction: Direction): TypeLike {
  const { metadata } = literalType;
  const isSchema = metadata?.["type"] === "object" || typeof metadata?.["$ref"] === "string";
  if (direction === "received" || !isSchema) return t.json({ exact: true });
  try {
    // The literal type says to callers which fields the record has.
    return asDeclared(givenRecord((metadata ?? {}) as JsonSchema), literalType);
  } catch {
    // A schema of Python may say what no type here checks. Flyte checks it again.
    return t.json({ exact: true });
  }
}

function unionOf(
  variants: readonly idl.LiteralType[],
  whole: idl.LiteralType,
  direction: Direction,
): TypeLike {
  const others = variants
    .filter((each) => !isNone(each))
    .map((each) => asDeclared(typeOf(each, direction), each));
  const [first, second, ...rest] = others;
  if (first === undefined) return variants.length === 0 ? literalItself(whole) : t.none();
  try {
    const union = second === undefined ? first : t.union([first, second, ...rest]);
    return others.length === variants.length ? union : t.optional(union);
  } catch {
    // Variants that are the same here, such as records of two schemas: which is meant shows in the literal alone.
    return literalItself(whole);
  }
}

function isNone({ type }: idl.LiteralType): boolean {
  return type?.$case === "simple" && type.value === SimpleType.NONE;
}
