import type * as idl from "@flytekit-ts/models/core";

// What the type and the literal of a scalar have: a type that contains them counts from there.
const OF_SCALARS = 4;

/** How many messages are nested in a literal type, beyond those of a scalar's type. */
export function nestingOfType(type: idl.LiteralType): number {
  return Math.max(0, messagesOfType(type) - OF_SCALARS);
}

/** How many messages are nested in a literal, beyond those of a scalar. */
export function nestingOfLiteral(literal: idl.Literal): number {
  return Math.max(0, messagesOfLiteral(literal) - OF_SCALARS);
}

function messagesOfType({ type, metadata, annotation, structure }: idl.LiteralType): number {
  const fields = structure === undefined ? [] : [...structure.dataclassType.values()];
  return (
    1 +
    Math.max(
      messagesOfKind(type),
      messagesOfStruct(metadata),
      annotation === undefined ? 0 : 1 + messagesOfStruct(annotation.annotations),
      structure === undefined ? 0 : 1 + inside(fields, (field) => 1 + messagesOfType(field)),
    )
  );
}

function messagesOfKind(type: idl.LiteralType["type"]): number {
  switch (type?.$case) {
    case "collectionType":
    case "mapValueType":
      return messagesOfType(type.value);
    case "unionType":
      return 1 + inside(type.value.variants, messagesOfType);
    case "structuredDatasetType":
      return 1 + messagesOfColumns(type.value);
    default:
      return type === undefined || type.$case === "simple" ? 0 : 1;
  }
}

function messagesOfColumns({ columns }: idl.StructuredDatasetType): number {
  return inside(
    columns,
    ({ literalType }) => 1 + (literalType === undefined ? 0 : messagesOfType(literalType)),
  );
}

function messagesOfLiteral({ value }: idl.Literal): number {
  switch (value?.$case) {
    case "collection":
      return 2 + inside(value.value.literals, messagesOfLiteral);
    case "map":
      return 2 + inside(value.value.literals.values(), (literal) => 1 + messagesOfLiteral(literal));
    case "scalar":
      return 2 + messagesOfScalar(value.value);
    default:
      return value === undefined ? 1 : 2;
  }
}

function messagesOfScalar({ value }: idl.Scalar): number {
  switch (value?.$case) {
    case "primitive":
      return value.value.value?.$case === "datetime" || value.value.value?.$case === "duration" ? 2 : 1;
    case "generic":
      return messagesOfStruct(value.value);
    case "union": {
      const { value: literal, type } = value.value;
      return 1 + Math.max(literal ? messagesOfLiteral(literal) : 0, type ? messagesOfType(type) : 0);
    }
    case "structuredDataset": {
      const type = value.value.metadata?.structuredDatasetType;
      return 2 + (type === undefined ? 0 : 1 + messagesOfColumns(type));
    }
    default:
      return 1;
  }
}

/** A Struct, whose entries are messages with a key and a Value. */
function messagesOfStruct(struct: { readonly [key: string]: unknown } | undefined): number {
  return struct === undefined ? 0 : 1 + inside(Object.values(struct), (value) => 1 + messagesOfValue(value));
}

function messagesOfValue(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  if (Array.isArray(value)) return 2 + inside(value, messagesOfValue);
  return 1 + messagesOfStruct(value as { readonly [key: string]: unknown });
}

function inside<T>(parts: Iterable<T>, count: (part: T) => number): number {
  let most = 0;
  for (const part of parts) most = Math.max(most, count(part));
  return most;
}
