import { BlobDimensionality, SimpleType } from "../typed/idl-numbers.js";
import { isFlytekitError } from "@flytekit-ts/core/errors";
import type * as idl from "@flytekit-ts/models/core";
import { blobOf, choiceOf, enumOf, listOf, mapOf } from "../typed/containers.js";
import { listAt, schemaAt, textAt } from "../schemas/json-schema.js";
import { readDataset } from "./read-dataset.js";
import { readStruct } from "./read-struct.js";
import { readVariants } from "./read-variants.js";
import type { Asked, Reading } from "./reading.js";
import { isoDuration, simple } from "../typed/simple-types.js";
import { typed, type Typed } from "../typed/typed.js";
import { unknown } from "../typed/unknown.js";

/** Reads a literal type. What the schema of a record says of a field besides chooses between types that Flyte takes for one. */
export function readLiteralType(asked: Asked, reading: Reading): Typed {
  const { literalType, schema, document } = asked;
  const type = literalType?.type;
  const inside = (inner: idl.LiteralType, name: "items" | "additionalProperties"): Typed =>
    reading.read({ literalType: inner, schema: schemaAt(schema, name), document }, reading);
  switch (type?.$case) {
    case "simple":
      return readSimple(type.value, asked, reading);
    case "collectionType":
      return listOf(inside(type.value, "items"));
    case "mapValueType":
      return mapOf(inside(type.value, "additionalProperties"));
    case "enumType":
      return enumOf(type.value.values);
    case "unionType":
      return readVariants(type.value.variants, asked, reading);
    case "blob":
      return readBlob(type.value, asked);
    case "schema":
    case "structuredDatasetType":
      return readDataset(type, reading);
    default:
      return unknown("it has no type", asked);
  }
}

function readSimple(simpleType: idl.SimpleType, asked: Asked, reading: Reading): Typed {
  const { literalType, schema } = asked;
  const values = literalType?.annotation?.annotations;
  switch (simpleType) {
    case SimpleType.NONE:
      return simple.none();
    case SimpleType.INTEGER:
      return readChoice(listAt(values, "literal_values"), "int") ?? simple.int();
    case SimpleType.FLOAT:
      return readChoice(listAt(values, "literal_values"), "float") ?? simple.float();
    case SimpleType.STRING:
      return readChoice(listAt(values, "literal_values"), "string") ?? simple.string();
    case SimpleType.BOOLEAN:
      return readChoice(listAt(values, "literal_values"), "boolean") ?? simple.boolean();
    case SimpleType.DATETIME:
      return asked.tag === "date" || textAt(schema, "format") === "date" ? simple.date() : simple.datetime();
    case SimpleType.DURATION:
      return textAt(schema, "type") === "string" ? isoDuration() : simple.duration();
    case SimpleType.STRUCT:
      return readStruct(asked, reading);
    case SimpleType.ERROR:
      return simple.error();
    default:
      return unknown("a type of Flyte's that no SDK reads", asked);
  }
}

const IS_CONSTANT = {
  int: (value: unknown) => Number.isInteger(value),
  float: (value: unknown) => typeof value === "number",
  string: (value: unknown) => typeof value === "string",
  boolean: (value: unknown) => typeof value === "boolean",
} as const;

// Integers beyond 2^53 are inexact in the annotation, so that no choice can be made of them.
function readChoice(
  values: readonly unknown[] | undefined,
  kind: keyof typeof IS_CONSTANT,
): Typed | undefined {
  if (values === undefined || values.length === 0 || !values.every(IS_CONSTANT[kind])) return undefined;
  try {
    return choiceOf(values as readonly (string | number | boolean)[], kind === "float");
  } catch (error) {
    if (!isFlytekitError(error)) throw error;
    return undefined;
  }
}

const PICKLE = "PythonPickle";

function readBlob({ format, dimensionality }: idl.BlobType, asked: Asked): Typed {
  const { literalType, schema, document } = asked;
  const kind = dimensionality === BlobDimensionality.MULTIPART ? "directory" : "file";
  if (format !== PICKLE) return ofFormat(kind, format);
  const python = textAt(literalType?.metadata, "python_class_name");
  const isBytes = python === "<class 'bytes'>";
  // A record does not hold pickles but the values.
  if (document !== undefined) {
    if (!isBytes) return unknown(`any value, ${python === "" ? "which Python reads" : python}`, asked);
    if (textAt(schema, "format") === "base64") return simple.binary();
    const { type, code } = simple.string();
    return typed(type, code, ["bytes as text in UTF-8, as pydantic writes them."]);
  }
  if (isBytes) return simple.binary();
  const { type, code } = ofFormat(kind, format);
  return typed(type, code, [`unknown: a pickle ${of(python)}that Python alone can read; pass it on.`]);
}

function of(python: string): string {
  return python === "" ? "" : `of ${python} `;
}

// A format that is no extension is not written: it is kept in the literal type, which `exactly` adds.
function ofFormat(kind: "file" | "directory", format: string): Typed {
  try {
    return blobOf(kind, format);
  } catch (error) {
    if (!isFlytekitError(error)) throw error;
    return blobOf(kind, "");
  }
}
