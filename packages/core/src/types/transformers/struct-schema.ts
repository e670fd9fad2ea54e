import { errors } from "../../errors.js";
import type { Json, JsonSchema, TypeTransformer } from "../transformer.js";
import { type Field, isOptional } from "./struct.js";

/**
 * The JSON Schema of a record, in the dialect flytekit writes for dataclasses.
 *
 * Everything is inlined, fields without a default are required, an optional field's default is null.
 * Containers have no `default` key even where they have a default: Python makes theirs in a factory.
 */
export function structSchema(name: string, fields: ReadonlyMap<string, Field>): JsonSchema {
  const entries = [...fields];
  const properties = Object.fromEntries(entries.map(([key, field]) => [key, fieldSchema(name, key, field)]));
  const required = entries.filter(([, field]) => isRequired(field)).map(([key]) => key);
  return {
    type: "object",
    title: name,
    ...(entries.length > 0 ? { properties } : {}),
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
  };
}

function isRequired(field: Field): boolean {
  return field.default === undefined && !isOptional(field.transformer);
}

function fieldSchema(record: string, key: string, field: Field): JsonSchema {
  const { transformer } = field;
  if (transformer.jsonSchema === undefined) throw errors.TYPE_NOT_IN_RECORD({ record, field: key, type: transformer.words });
  const value = defaultOf(transformer, field);
  return value === undefined ? transformer.jsonSchema : { ...transformer.jsonSchema, default: value };
}

function defaultOf(transformer: TypeTransformer, field: Field): Json | undefined {
  if (isRequired(field)) return undefined;
  return transformer.toJson?.(field.default?.value);
}
