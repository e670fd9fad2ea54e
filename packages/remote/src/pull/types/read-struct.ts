import type * as idl from "@flytekit-ts/models/core";
import { mapOf } from "../typed/containers.js";
import { asSchema, keyword, schemaAt, textAt } from "../schemas/json-schema.js";
import { readRecord } from "./read-record.js";
import { documentOf, referenced } from "../schemas/document.js";
import type { Asked, Reading } from "./reading.js";
import { simple } from "../typed/simple-types.js";
import type { Typed } from "../typed/typed.js";
import { unknown } from "../typed/unknown.js";

/** Reads what is a record for Flyte: one with a schema, an untyped one, a map whose keys are no strings, a message. */
export function readStruct(asked: Asked, reading: Reading): Typed {
  const { literalType, tag } = asked;
  const root = asSchema(literalType?.metadata);
  if (root === undefined) {
    const fields = literalType?.structure?.dataclassType;
    if (fields !== undefined && fields.size > 0)
      return readRecord({ ...asked, schema: schemaOf(fields) }, reading);
    return asked.schema === undefined ? simple.json() : readObject(asked, reading);
  }
  if (keyword(root, "pb_type") !== undefined)
    return unknown(`a protobuf message, ${textAt(root, "pb_type")}`, asked);
  return readObject({ ...asked, schema: root, document: documentOf(root, tag) }, reading);
}

/** Reads the schema of an object. */
export function readObject(asked: Asked, reading: Reading): Typed {
  const { schema, document } = asked;
  const target = keyword(schema, "$ref") === undefined ? schema : referenced(schema?.["$ref"], document);
  if (target === undefined) return simple.json();
  const properties = schemaAt(target, "properties");
  const values = schemaAt(target, "additionalProperties");
  if (properties === undefined && values !== undefined && Object.keys(values).length > 0)
    return readMap({ ...asked, schema: target }, reading);
  // A record without fields has a title, and an untyped record none.
  const isRecord = properties !== undefined || (textAt(target, "title") !== "" && document?.root === schema);
  if (!isRecord) return simple.json();
  return readRecord({ ...asked, schema: target }, reading);
}

function readMap({ schema, document }: Asked, reading: Reading): Typed {
  const value = reading.read({ schema: schemaAt(schema, "additionalProperties"), document }, reading);
  const names = schemaAt(schema, "propertyNames");
  const isOfText = names === undefined || textAt(names, "type") === "string";
  // JSON, as pydantic writes it, has text for keys.
  if (isOfText || document?.isPydantic === true) return mapOf(value);
  return mapOf(value, reading.read({ schema: names, document }, reading));
}

// A record that contains itself is registered without a schema, but with the types of its fields.
function schemaOf(fields: ReadonlyMap<string, idl.LiteralType>): { readonly [keyword: string]: unknown } {
  const properties: Record<string, unknown> = {};
  const names = [...fields.keys()].toSorted();
  for (const name of names) Object.defineProperty(properties, name, { value: {}, enumerable: true });
  return { type: "object", title: "Record", properties, required: names };
}
