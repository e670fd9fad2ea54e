import type * as idl from "@flytekit-ts/models/core";
import { literalTypeOf } from "../../literals/literal-type.js";
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
  const { members, literalType } = withoutNone(type);
  if (members?.kind === "list")
    return literalTypeOf({ $case: "collectionType", value: typeOnWire(members.element) });
  if (members?.kind === "map")
    return literalTypeOf({ $case: "mapValueType", value: typeOnWire(members.value) });
  return literalType;
}

/** Why a column cannot have this type; undefined if it can. */
export function faultOfColumn(type: TypeTransformer): string | undefined {
  const present = withoutNone(type);
  const { members, literalType, words } = present;
  switch (members?.kind) {
    case "list":
      return faultOfColumn(members.element);
    case "map":
      return faultOfColumn(members.value);
    case "record":
      return [...members.fields.values()].map(faultOfColumn).find((fault) => fault !== undefined);
    default:
      return isColumnType(literalType) ? undefined : words;
  }
}

const COLUMN_KINDS = new Set(["INTEGER", "FLOAT", "STRING", "BOOLEAN", "DATETIME", "DURATION", "BINARY"]);

function isColumnType({ type }: idl.LiteralType): boolean {
  if (type?.$case === "enumType") return true;
  return type?.$case === "simple" && COLUMN_KINDS.has(KINDS[type.value] ?? "");
}

const KINDS: { readonly [simple: number]: string } = {
  1: "INTEGER",
  2: "FLOAT",
  3: "STRING",
  4: "BOOLEAN",
  5: "DATETIME",
  6: "DURATION",
  7: "BINARY",
};
