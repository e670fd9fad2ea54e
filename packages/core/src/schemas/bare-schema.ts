import { isPlainObject } from "../words/plain-object.js";
import { isObject } from "./standard/standard-schema.js";

/** What a value is that is a schema, but not in the form that says so, and what to write instead. */
export interface BareSchema {
  readonly given: string;
  readonly advice: string;
}

/** A schema of effect without its wrapper, or a JSON Schema without `t.schema`; undefined for anything else. */
export function bareSchema(value: unknown): BareSchema | undefined {
  if (!isObject(value)) return undefined;
  try {
    if ("~effect/Schema/Schema" in value)
      return { given: "a schema of effect", advice: "Wrap it: `Schema.toStandardSchemaV1(schema)`." };
    return isPlainObject(value) && KEYWORDS.some((keyword) => Object.hasOwn(value, keyword))
      ? { given: "a JSON Schema", advice: "Make a type of it: `t.schema(jsonSchema)`." }
      : undefined;
  } catch {
    // A proxy that does not let itself be read.
    return undefined;
  }
}

const KEYWORDS = ["type", "properties", "anyOf", "allOf", "oneOf", "enum", "const", "$ref", "~kind"];
