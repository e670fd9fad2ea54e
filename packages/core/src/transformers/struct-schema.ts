import * as errors from "../errors.js";
import type { RuntimeType } from "../types/runtime-type.js";
import type { JsonSchema } from "../types/transformer.js";

/**
 * The JSON Schema of a record, in the dialect that flytekit writes for dataclasses.
 *
 * Nested schemas are inlined. Fields without a default are required, and the default of `t.optional` is null.
 * Lists, maps and records have no `default` keyword, even if they have a default: in Python a factory makes it.
 */
export function structSchema(name: string, fields: ReadonlyMap<string, RuntimeType>): JsonSchema {
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

function isRequired(field: RuntimeType): boolean {
  const { tag, isNoneByDefault } = field.transformer;
  return field.default === undefined && tag !== "none" && isNoneByDefault !== true;
}

function fieldSchema(record: string, key: string, field: RuntimeType): JsonSchema {
  const { jsonSchema, toJson } = field.transformer;
  if (jsonSchema === undefined)
    throw errors.TYPE_NOT_IN_RECORD({ record, field: key, type: field.transformer.words });
  const value = isRequired(field) ? undefined : toJson?.(field.default?.value);
  return value === undefined ? jsonSchema : { ...jsonSchema, default: value };
}
