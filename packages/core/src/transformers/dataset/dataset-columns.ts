import type * as idl from "@flytekit-ts/models/core";
import { SimpleType } from "../../literals/idl-enums.js";
import { literalTypeOf, simpleType } from "../../literals/literal-type.js";
import type { DatasetColumn } from "../../types/dataset-format.js";
import { isOptional } from "../../types/is-optional.js";
import type { TypeTransformer } from "../../types/transformer.js";

/**
 * The columns as a literal type has them.
 *
 * As in flytekit, a record becomes a column for each of its fields, with the name of the record in front (`home.city`).
 * A literal type cannot say that a column may have missing values: in Flyte every column may.
 */
export function columnsOnWire(columns: readonly DatasetColumn[]): idl.StructuredDatasetType_DatasetColumn[] {
  return columns.flatMap(({ name, type }) => {
    const present = withoutNone(type);
    if (present.members?.kind !== "record") return [{ name, literalType: typeOnWire(present) }];
    const fields = [...present.members.fields].map(([key, field]) => ({
      name: `${name}.${key}`,
      type: field,
    }));
    return columnsOnWire(fields);
  });
}

/** The type of the values that are there: an optional is the type inside. */
export function withoutNone(type: TypeTransformer): TypeTransformer {
  if (!isOptional(type) || type.members?.kind !== "variants") return type;
  const [first, second] = type.members.variants;
  if (first === undefined || second === undefined || type.members.variants.length > 2) return type;
  return first.tag === "none" ? second : first;
}

function typeOnWire(type: TypeTransformer): idl.LiteralType {
  const present = withoutNone(type);
  const { members, literalType } = present;
  if (members?.kind === "list")
    return literalTypeOf({ $case: "collectionType", value: typeOnWire(members.element) });
  if (members?.kind === "map")
    return literalTypeOf({ $case: "mapValueType", value: typeOnWire(members.value) });
  return holdsBytes(present) ? simpleType(SimpleType.BINARY) : literalType;
}

/** Why a column cannot have this type: the type in it that is none of a column. Undefined if it can. */
export function faultOfColumn(type: TypeTransformer): string | undefined {
  const present = withoutNone(type);
  const { members, literalType, words } = present;
  switch (members?.kind) {
    case "list":
      return faultOfColumn(members.element);
    case "map":
      return faultOfColumn(members.value);
    case "record":
      if (members.fields.size === 0) return `${words}, which has no fields,`;
      return [...members.fields.values()].map(faultOfColumn).find((fault) => fault !== undefined);
    default:
      return holdsBytes(present) || isColumnType(literalType) ? undefined : words;
  }
}

// Alone, bytes are a file. In a column they are themselves, as in a record, and the schema of that says so.
function holdsBytes({ jsonSchema }: TypeTransformer): boolean {
  return jsonSchema?.["type"] === "string" && jsonSchema["format"] === "base64";
}

const COLUMN_KINDS: ReadonlySet<number> = new Set([
  SimpleType.INTEGER,
  SimpleType.FLOAT,
  SimpleType.STRING,
  SimpleType.BOOLEAN,
  SimpleType.DATETIME,
  SimpleType.DURATION,
]);

function isColumnType({ type }: idl.LiteralType): boolean {
  switch (type?.$case) {
    case "collectionType":
    case "mapValueType":
      return isColumnType(type.value);
    case "simple":
      return COLUMN_KINDS.has(type.value);
    default:
      return type?.$case === "enumType";
  }
}
