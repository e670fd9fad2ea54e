import type * as idl from "@flytekit-ts/models/core";
import { SimpleType } from "@flytekit-ts/core/literals";

/** The type that the backend infers from a scalar of a binding; `undefined` if the scalar does not say enough. */
export function scalarType({ value }: idl.Scalar): idl.LiteralType | undefined {
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
      return value.value.tag === MSGPACK ? STRUCT : BINARY;
    case "union":
      return toType({ $case: "unionType", value: { variants: [value.value.type ?? UNTYPED] } });
    case "blob":
      return value.value.metadata === undefined ? undefined : typed("blob", value.value.metadata.type);
    case "schema":
      return typed("schema", value.value.type);
    case "structuredDataset":
      return typed("structuredDatasetType", value.value.metadata?.structuredDatasetType);
    default:
      return undefined;
  }
}

/** The type of a primitive. A primitive without a value counts as none, since none is the kind with the number 0. */
export function primitiveType({ value }: idl.Primitive): idl.LiteralType {
  return value === undefined ? NONE : PRIMITIVES[value.$case];
}

// The tag of binary scalars that hold a record.
const MSGPACK = "msgpack";

type TypeCase = NonNullable<idl.LiteralType["type"]>;

// A value that does not say its type gets a type that fits nothing.
function typed<C extends "blob" | "schema" | "structuredDatasetType">(
  $case: C,
  value: Extract<TypeCase, { $case: C }>["value"] | undefined,
): idl.LiteralType {
  return value === undefined ? UNTYPED : toType({ $case, value } as TypeCase);
}

function simple(value: idl.SimpleType): idl.LiteralType {
  return toType({ $case: "simple", value });
}

function toType(type: TypeCase | undefined): idl.LiteralType {
  return { type, metadata: undefined, annotation: undefined, structure: undefined };
}

const UNTYPED = toType(undefined);
const NONE = simple(SimpleType.NONE);
const ERROR = simple(SimpleType.ERROR);
const STRUCT = simple(SimpleType.STRUCT);
const BINARY = simple(SimpleType.BINARY);
const PRIMITIVES = {
  integer: simple(SimpleType.INTEGER),
  floatValue: simple(SimpleType.FLOAT),
  stringValue: simple(SimpleType.STRING),
  boolean: simple(SimpleType.BOOLEAN),
  datetime: simple(SimpleType.DATETIME),
  duration: simple(SimpleType.DURATION),
} as const satisfies Record<NonNullable<idl.Primitive["value"]>["$case"], idl.LiteralType>;
