import type * as idl from "@flytekit-ts/models/core";

/**
 * A literal type without what says nothing of its values, as Flyte strips it for the key of a cached result: JSON
 * Schemas and annotations. The annotation that says how a value is serialized stays.
 *
 * The variants of a union have no other description of a record than the JSON Schema, so there it stays, without its
 * texts and defaults.
 */
export function strippedType(type: idl.LiteralType): idl.LiteralType {
  return {
    ...type,
    type: strippedKind(type.type),
    metadata: isUnknownRecord(type) ? strippedSchema(type.metadata) : undefined,
    annotation: isOfCache(type.annotation) ? type.annotation : undefined,
    structure: type.structure && { ...type.structure, dataclassType: strippedFields(type.structure) },
  };
}

type Kind = idl.LiteralType["type"];

function strippedKind(kind: Kind): Kind {
  switch (kind?.$case) {
    case "collectionType":
    case "mapValueType":
      return { $case: kind.$case, value: strippedType(kind.value) };
    case "unionType":
      return { $case: "unionType", value: { variants: kind.value.variants.map(strippedType) } };
    case "structuredDatasetType": {
      const columns = kind.value.columns.map((column) => ({
        ...column,
        literalType: column.literalType && strippedType(column.literalType),
      }));
      return { $case: "structuredDatasetType", value: { ...kind.value, columns } };
    }
    default:
      return kind;
  }
}

function strippedFields({ dataclassType }: idl.TypeStructure): Map<string, idl.LiteralType> {
  return new Map([...dataclassType].map(([name, field]) => [name, strippedType(field)]));
}

function isUnknownRecord({ structure, metadata }: idl.LiteralType): boolean {
  return metadata !== undefined && (structure === undefined || structure.dataclassType.size === 0);
}

function isOfCache(annotation: idl.TypeAnnotation | undefined): boolean {
  return annotation?.annotations !== undefined && Object.hasOwn(annotation.annotations, "cache-key-metadata");
}

type Schema = Record<string, unknown>;

/** Keywords that say nothing of which values there are. */
const TEXTS: ReadonlySet<string> = new Set(["title", "description", "default", "examples", "$comment"]);
/** Keywords whose value has names of the author's as its keys. */
const NAMED: ReadonlySet<string> = new Set(["properties", "$defs", "definitions", "patternProperties"]);

function strippedSchema(schema: Schema | undefined): Schema | undefined {
  return schema && (stripped(schema) as Schema);
}

function stripped(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(stripped);
  if (typeof schema !== "object" || schema === null) return schema;
  const kept = Object.entries(schema).filter(([keyword]) => !TEXTS.has(keyword));
  return Object.fromEntries(
    kept.map(([keyword, value]) => [keyword, NAMED.has(keyword) ? named(value) : stripped(value)]),
  );
}

function named(schemas: unknown): unknown {
  if (typeof schemas !== "object" || schemas === null) return schemas;
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, stripped(schema)]));
}
