import { SimpleType } from "@flytekit-ts/core/literals";
import type { TypeTransformer } from "@flytekit-ts/core/types";
import type * as idl from "@flytekit-ts/models/core";
import type { NamedType } from "./named-type.js";

/** A constant of a choice. */
export type Constant = string | number | boolean;

/** What kind of texts a type takes. */
export type Kind<T = TypeTransformer> =
  | { readonly kind: "int" | "float" | "string" | "boolean" | "datetime" | "date" | "duration" | "none" }
  | { readonly kind: "enum"; readonly values: readonly string[] }
  | { readonly kind: "choice"; readonly values: readonly Constant[] }
  | { readonly kind: "list"; readonly element: T }
  | { readonly kind: "map"; readonly value: T }
  | { readonly kind: "record"; readonly fields: ReadonlyMap<string, T> }
  | { readonly kind: "union"; readonly variants: readonly T[] }
  | { readonly kind: "file" | "directory"; readonly format: string }
  | { readonly kind: "dataset" | "json" | "binary" | "error" | "unknown" };

/** The kind of a type, from what Flyte knows of it: so it is found for types of authors, of schemas and of clusters alike. */
export function kindOf(given: TypeTransformer): Kind;
export function kindOf(given: NamedType): Kind<NamedType>;
export function kindOf(given: NamedType): Kind<NamedType> {
  const transformer = given.resolve?.() ?? given;
  const { members } = transformer;
  switch (members?.kind) {
    case "variants":
      return { kind: "union", variants: members.variants };
    case "record":
      return { kind: "record", fields: members.fields };
    case "list":
      return { kind: "list", element: members.element };
    case "map":
      return { kind: "map", value: members.value };
    default:
      return kindOfWire(transformer);
  }
}

function kindOfWire({ literalType, tag }: NamedType): Kind<NamedType> {
  const { type } = literalType;
  switch (type?.$case) {
    case "simple":
      return kindOfSimple(type.value, literalType, tag);
    case "enumType":
      return { kind: "enum", values: type.value.values };
    case "blob":
      return kindOfBlob(type.value, literalType, tag);
    case "structuredDatasetType":
      return { kind: "dataset" };
    default:
      return { kind: "unknown" };
  }
}

const MULTIPART = 1;

function kindOfBlob(
  { dimensionality, format }: idl.BlobType,
  { metadata }: idl.LiteralType,
  tag: string,
): Kind<NamedType> {
  if (dimensionality === (MULTIPART as idl.BlobType["dimensionality"])) return { kind: "directory", format };
  if (tag === "FlyteFilePath" || tag === "FlyteFile") return { kind: "file", format };
  if (tag === "FlytePickle") {
    const python: unknown = metadata?.["python_class_name"];
    return { kind: python === "<class 'bytes'>" ? "binary" : "unknown" };
  }
  return { kind: tag === "unknown" ? "unknown" : "file", format };
}

function kindOfSimple(type: idl.SimpleType, { annotation }: idl.LiteralType, tag: string): Kind<NamedType> {
  const constants: unknown = annotation?.annotations?.["literal_values"];
  if (Array.isArray(constants)) return { kind: "choice", values: constants as readonly Constant[] };
  if (type === SimpleType.DATETIME && tag === "date") return { kind: "date" };
  return { kind: SIMPLE.get(type) ?? "unknown" };
}

const SIMPLE: ReadonlyMap<
  idl.SimpleType,
  "int" | "float" | "string" | "boolean" | "datetime" | "duration" | "none" | "json" | "error"
> = new Map([
  [SimpleType.INTEGER, "int"],
  [SimpleType.FLOAT, "float"],
  [SimpleType.STRING, "string"],
  [SimpleType.BOOLEAN, "boolean"],
  [SimpleType.DATETIME, "datetime"],
  [SimpleType.DURATION, "duration"],
  [SimpleType.NONE, "none"],
  [SimpleType.STRUCT, "json"],
  [SimpleType.ERROR, "error"],
]);
