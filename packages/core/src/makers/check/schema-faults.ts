import type { Json } from "../../types/transformer.js";
import { isPlainObject } from "../../words/plain-object.js";
import type { Faults } from "./faults.js";

// What flytekit writes for dataclasses. The backend compares others in odd ways, or fails over them.
const KEYWORDS: ReadonlySet<string> = new Set([
  "type",
  "title",
  "description",
  "default",
  "properties",
  "required",
  "items",
  "additionalProperties",
  "propertyNames",
  "anyOf",
  "enum",
  "const",
  "format",
]);
const TYPES: ReadonlySet<unknown> = new Set([
  "object",
  "array",
  "string",
  "integer",
  "number",
  "boolean",
  "null",
]);

/** Reports what the backend's compiler does not take in a JSON Schema. */
export function checkSchema(schema: unknown, at: string, faults: Faults): void {
  if (!isPlainObject(schema)) {
    if (typeof schema !== "boolean") faults.add(`${at} is no JSON Schema`, "Write an object with keywords.");
    return;
  }
  // A record that is declared later stands for its schema so, and is never written.
  if (schema["$ref"] === "#") return;
  const odd = Object.keys(schema).filter((keyword) => !KEYWORDS.has(keyword));
  if (odd.length > 0)
    faults.add(
      `${at} has the keyword ${odd.join(", ")}, which Flyte's compiler does not take`,
      `Leave it out. The keywords are ${[...KEYWORDS].join(", ")}.`,
    );
  checkValues(schema, at, faults);
  const { properties = {}, items, additionalProperties, propertyNames, anyOf = [] } = schema;
  if (isPlainObject(properties))
    for (const [key, part] of Object.entries(properties))
      checkSchema(part, `${at}.properties.${key}`, faults);
  for (const [key, part] of Object.entries({ items, additionalProperties, propertyNames }))
    if (part !== undefined) checkSchema(part, `${at}.${key}`, faults);
  if (Array.isArray(anyOf))
    anyOf.forEach((part: unknown, i) => checkSchema(part, `${at}.anyOf[${i}]`, faults));
}

function checkValues(schema: Record<string, unknown>, at: string, faults: Faults): void {
  const { type, properties = {}, required = [], anyOf = [], enum: choices } = schema;
  if (type !== undefined && !TYPES.has(type))
    faults.add(`${at}.type is no type of JSON Schema`, `Write one of ${[...TYPES].join(", ")}.`);
  if (!isPlainObject(properties))
    faults.add(`${at}.properties is no object`, "Write a schema for each name.");
  if (!Array.isArray(anyOf)) faults.add(`${at}.anyOf is no list`, "Write a list of schemas.");
  const known = isPlainObject(properties) ? properties : {};
  if (
    !Array.isArray(required) ||
    required.some((key) => typeof key !== "string" || !Object.hasOwn(known, key))
  )
    faults.add(`${at}.required names what is no property`, "Write a list of names from `properties`.");
  if (choices !== undefined && (!Array.isArray(choices) || choices.length === 0))
    faults.add(`${at}.enum is no list with members`, "Write each choice, or leave `enum` out.");
  if (type === "string" && Array.isArray(choices) && choices.some((choice) => typeof choice !== "string"))
    faults.add(`${at}.enum holds what is no string`, "Leave `type` out: Flyte's compiler fails over it.");
}

/** Whether a value is JSON, with nothing that JSON would leave out or change. */
export function isJson(value: unknown): value is Json {
  if (typeof value === "number") return Number.isFinite(value);
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (Array.isArray(value)) return value.every(isJson);
  return isPlainObject(value) && Object.values(value).every(isJson);
}
