import type * as idl from "@flytekit-ts/models/core";
import { jsonText } from "./json-text.js";
import { compactObject, listText, type Property } from "./object-text.js";
import { quoted } from "./quoted.js";
import { valueText } from "./value-text.js";

const PARTS = ["type", "metadata", "annotation", "structure"] as const;

/** A literal type as code that makes it. */
export function literalTypeText(type: idl.LiteralType): string {
  return compactObject(literalTypeProperties(type, PARTS));
}

/** The parts of a literal type that are there. */
export function literalTypeParts(type: idl.LiteralType): string {
  return compactObject(
    literalTypeProperties(
      type,
      PARTS.filter((part) => type[part] !== undefined),
    ),
  );
}

/** Some parts of a literal type as properties. */
export function literalTypeProperties(
  { type, metadata, annotation, structure }: idl.LiteralType,
  parts: readonly (keyof idl.LiteralType)[],
): readonly Property[] {
  const codes: { readonly [part in keyof idl.LiteralType]: () => string } = {
    type: () => kindText(type),
    metadata: () => structText(metadata),
    annotation: () =>
      annotation === undefined
        ? "undefined"
        : compactObject([{ name: "annotations", code: structText(annotation.annotations) }]),
    structure: () => structureText(structure),
  };
  return parts.map((name) => ({ name, code: codes[name]() }));
}

function structText(struct: { readonly [key: string]: unknown } | undefined): string {
  return struct === undefined ? "undefined" : jsonText(struct);
}

function structureText(structure: idl.TypeStructure | undefined): string {
  if (structure === undefined) return "undefined";
  const fields = [...structure.dataclassType]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, type]) => `[${quoted(name)}, ${literalTypeText(type)}]`);
  return compactObject([
    { name: "tag", code: quoted(structure.tag) },
    { name: "dataclassType", code: fields.length === 0 ? "new Map()" : `new Map(${listText(fields)})` },
  ]);
}

function kindText(type: idl.LiteralType["type"]): string {
  if (type === undefined) return "undefined";
  return compactObject([
    { name: "$case", code: quoted(type.$case) },
    { name: "value", code: kindValueText(type) },
  ]);
}

function kindValueText(type: NonNullable<idl.LiteralType["type"]>): string {
  switch (type.$case) {
    case "simple":
      return String(type.value);
    case "collectionType":
    case "mapValueType":
      return literalTypeText(type.value);
    case "unionType":
      return compactObject([{ name: "variants", code: listText(type.value.variants.map(literalTypeText)) }]);
    case "structuredDatasetType":
      return datasetText(type.value);
    default:
      return valueText(type.value) ?? "undefined";
  }
}

function datasetText(type: idl.StructuredDatasetType): string {
  const columns = type.columns.map(({ name, literalType }) =>
    compactObject([
      { name: "name", code: quoted(name) },
      {
        name: "literalType",
        code: literalType === undefined ? "undefined" : literalTypeText(literalType),
      },
    ]),
  );
  return compactObject([
    { name: "columns", code: listText(columns) },
    { name: "format", code: quoted(type.format) },
    { name: "externalSchemaType", code: quoted(type.externalSchemaType) },
    { name: "externalSchemaBytes", code: valueText(type.externalSchemaBytes) ?? "new Uint8Array()" },
  ]);
}
