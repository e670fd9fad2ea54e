import type * as idl from "@flytekit-ts/models/core";
import { SimpleType } from "@flytekit-ts/core/literals";

/**
 * The type that the backend infers from a scalar, whatever the scalar lacks; `undefined` if it does not say enough.
 *
 * A record has no schema, a blob has the type that it states itself, and a union is a union of only the chosen variant.
 */
export function scalarType(scalar: idl.Scalar | undefined): idl.LiteralType | undefined {
  const value = scalar?.value;
  switch (value?.$case) {
    case "primitive":
      return primitiveType(value.value);
    case "noneType":
      return NONE;
    case "error":
      return ERROR;
    case "generic":
      return STRUCT;
    case "binary":
      return value.value?.tag === MSGPACK ? STRUCT : BINARY;
    case "union":
      return typeOf({ $case: "unionType", value: { variants: [value.value?.type ?? UNTYPED] } });
    case "blob":
      return value.value?.metadata == null ? undefined : typed("blob", value.value.metadata.type);
    case "schema":
      return typed("schema", value.value?.type);
    case "structuredDataset":
      return typed("structuredDatasetType", value.value?.metadata?.structuredDatasetType);
    default:
      return undefined;
  }
}

/** The type of a primitive. A primitive without a value counts as none, since none is the kind with the number 0. */
export function primitiveType(primitive: idl.Primitive | undefined): idl.LiteralType {
  return PRIMITIVES.get(primitive?.value?.$case) ?? NONE;
}

/** A type with nothing but its kind. */
export function typeOf(type: idl.LiteralType["type"]): idl.LiteralType {
  return { type, metadata: undefined, annotation: undefined, structure: undefined };
}

// The tag of binary scalars that hold a record.
const MSGPACK = "msgpack";

type TypeCase = NonNullable<idl.LiteralType["type"]>;

// A value that does not say its type gets a type that fits nothing.
function typed<C extends "blob" | "schema" | "structuredDatasetType">(
  $case: C,
  value: Extract<TypeCase, { $case: C }>["value"] | undefined,
): idl.LiteralType {
  return value == null ? UNTYPED : typeOf({ $case, value } as TypeCase);
}

function simple(value: idl.SimpleType): idl.LiteralType {
  return typeOf({ $case: "simple", value });
}

/** A type that fits nothing. The backend uses a type without content for values that do not say theirs. */
export const UNTYPED: idl.LiteralType = typeOf(undefined);
/** The type of nothing. */
export const NONE: idl.LiteralType = simple(SimpleType.NONE);
const ERROR = simple(SimpleType.ERROR);
const STRUCT = simple(SimpleType.STRUCT);
const BINARY = simple(SimpleType.BINARY);
const PRIMITIVES: ReadonlyMap<string | undefined, idl.LiteralType> = new Map([
  ["integer", simple(SimpleType.INTEGER)],
  ["floatValue", simple(SimpleType.FLOAT)],
  ["stringValue", simple(SimpleType.STRING)],
  ["boolean", simple(SimpleType.BOOLEAN)],
  ["datetime", simple(SimpleType.DATETIME)],
  ["duration", simple(SimpleType.DURATION)],
]);
