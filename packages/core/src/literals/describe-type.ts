import type * as idl from "@flytekit-ts/models/core";

import { describeEnum, describeUnion, enumerate, grouped, shorten } from "../words/enumerate.js";
import { BlobDimensionality, SimpleType } from "./idl-enums.js";
import { columnsOf, elementOf, listOf, read, simpleOf, textOf, type Type, variantsOf } from "./read-type.js";

/**
 * A literal type in the words that authors know from messages about values: `list of integer`, `record Person`,
 * `optional enum("a", "b")`.
 *
 * The result is short for any type: long names, long lists and deep nesting are cut and end in `...`.
 */
export function describeLiteralType(type: idl.LiteralType | undefined): string {
  return describe(type, DEEPEST);
}

const DEEPEST = 5;

const SIMPLE: { readonly [simple: number]: string } = {
  [SimpleType.NONE]: "none",
  [SimpleType.INTEGER]: "integer",
  [SimpleType.FLOAT]: "float",
  [SimpleType.STRING]: "string",
  [SimpleType.BOOLEAN]: "boolean",
  [SimpleType.DATETIME]: "datetime",
  [SimpleType.DURATION]: "duration",
  [SimpleType.BINARY]: "binary",
  [SimpleType.ERROR]: "Flyte error",
};

function describe(type: Type, depth: number): string {
  if (depth === 0) return "...";
  const inside = (part: Type): string => describe(part, depth - 1);
  switch (type?.type?.$case) {
    case "simple":
      return simpleOf(type) === SimpleType.STRUCT ? describeStruct(type) : simple(simpleOf(type));
    case "collectionType":
      return `list of ${grouped(inside(elementOf(type, "collectionType")))}`;
    case "mapValueType":
      return `map of ${grouped(inside(elementOf(type, "mapValueType")))}`;
    case "enumType":
      return describeEnum(listOf(read(type, "enumType")?.values));
    case "unionType": {
      const variants = listOf(variantsOf(type));
      const others = variants.filter((variant) => simpleOf(variant) !== SimpleType.NONE);
      // Not `none`, which describes a union with one variant.
      if (others.length === 0 && variants.length > 1) return "union of none with itself";
      return describeUnion(others, others.length < variants.length, inside);
    }
    case "blob":
      return describeBlob(read(type, "blob"));
    case "schema":
    case "structuredDatasetType":
      return describeDataset(type, inside);
    default:
      return "no type";
  }
}

function simple(value: number | undefined): string {
  return typeof value === "number" ? (SIMPLE[value] ?? `type ${value}`) : "no type";
}

// Describes a record by the title of its schema, or without a schema by the names of its fields.
function describeStruct({ metadata, structure }: idl.LiteralType): string {
  const known = structure?.dataclassType;
  const fields = known instanceof Map ? [...known.keys()].map(textOf) : [];
  if (metadata != null || fields.length === 0) return describeRecord(metadata);
  return `record { ${enumerate(fields, shorten)} }`;
}

/** A record in words, by the title of its schema. */
export function describeRecord(schema: { readonly title?: unknown } | null | undefined): string {
  if (schema == null) return "record without a schema";
  return typeof schema.title === "string" ? `record ${shorten(schema.title)}` : "record";
}

function describeBlob(blob: Partial<idl.BlobType> | undefined): string {
  const words = blob?.dimensionality === BlobDimensionality.MULTIPART ? "directory" : "file";
  return detailed(words, [shorten(textOf(blob?.format))]);
}

function describeDataset(type: Type, inside: (part: Type) => string): string {
  const dataset = read(type, "structuredDatasetType");
  const columns = enumerate(columnsOf(type), (column) => `${shorten(column.name)}: ${inside(column.type)}`);
  return dataset === undefined
    ? detailed("schema", [columns])
    : detailed("structured dataset", [shorten(textOf(dataset.format)), columns]);
}

function detailed(words: string, details: readonly string[]): string {
  const given = details.filter((detail) => detail !== "");
  return given.length > 0 ? `${words} (${given.join("; ")})` : words;
}
