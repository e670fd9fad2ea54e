import { isDeepStrictEqual } from "node:util";

type Schema = { readonly [keyword: string]: unknown };

/**
 * Whether the backend takes a record with the JSON Schema `from` where one with the schema `to` is wanted.
 *
 * Of its comparison this has what our own schemas need. What only schemas made elsewhere hold (`$ref`, bounds,
 * patterns, `const`, `allOf`, `oneOf`, tuples, lists of types, other drafts, faults) counts as fitting, so
 * nothing is refused here that the backend takes.
 */
export function isSchemaCastable(from: Schema, to: Schema): boolean {
  if (isDeepStrictEqual(plain(from), plain(to))) return true;
  return hasKnownFormats(from) && hasKnownFormats(to) && fits(from, to);
}

// The backend's validator refuses a schema with any other format, that of our durations among them: two such
// schemas fit only if they are the same.
const KNOWN_FORMATS: ReadonlySet<unknown> = new Set(
  (
    "date-time date time email hostname ipv4 ipv6 uri uriref uri-reference uri-template iri json-pointer " +
    "relative-json-pointer regex"
  ).split(" "),
);

function hasKnownFormats(schema: unknown): boolean {
  if (typeof schema !== "object" || schema === null) return true;
  return Object.entries(schema).every(([keyword, value]) => {
    return typeof value === "string"
      ? keyword !== "format" || KNOWN_FORMATS.has(value)
      : hasKnownFormats(value);
  });
}

// Decoded messages have objects without a prototype, which strict equality would tell from ours.
function plain(schema: Schema): unknown {
  return JSON.parse(JSON.stringify(schema));
}

// The wanted type decides what is looked at, as in the backend; the keywords of other types are passed over.
function fits(from: Schema, to: Schema): boolean {
  if ("$ref" in from || "$ref" in to) return true;
  if (!isTypeFitting(from["type"], to["type"]) || !isUnionFitting(from["anyOf"], to["anyOf"])) return false;
  switch (to["type"]) {
    case "string":
      return from["format"] === to["format"] && isEnumFitting(from["enum"], to["enum"]);
    case "array":
      return !isSchema(to["items"]) || (isSchema(from["items"]) && fits(from["items"], to["items"]));
    case "object":
    case undefined:
      return areFieldsFitting(from, to);
    default:
      return true;
  }
}

function isTypeFitting(from: unknown, to: unknown): boolean {
  if (Array.isArray(from) || Array.isArray(to)) return true;
  return from === to || (from === "object" && to === undefined);
}

function isEnumFitting(from: unknown, to: unknown): boolean {
  return !Array.isArray(from) || !Array.isArray(to) || from.every((value) => to.includes(value));
}

function areFieldsFitting(from: Schema, to: Schema): boolean {
  const [required, wanted] = [listOf(from["required"]), listOf(to["required"])];
  const [properties, fields] = [schemasOf(from["properties"]), schemasOf(to["properties"])];
  if (!wanted.every((name) => required.includes(name))) return false;
  return [...fields].every(([name, field]) => {
    const property = properties.get(name);
    return property !== undefined && fits(property, field);
  });
}

// Every variant needs one that it fits; no record and no map ever does, for the keyword that both have.
function isUnionFitting(from: unknown, to: unknown): boolean {
  if (from === undefined || to === undefined) return from === to;
  const [variants, wanted] = [listOf(from).filter(isSchema), listOf(to).filter(isSchema)];
  return variants.every((each) => {
    return (
      !("additionalProperties" in each) &&
      wanted.some((one) => !("additionalProperties" in one) && fits(each, one))
    );
  });
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function schemasOf(value: unknown): ReadonlyMap<string, Schema> {
  const entries = isSchema(value) ? Object.entries(value) : [];
  return new Map(entries.map(([name, schema]) => [name, isSchema(schema) ? schema : {}]));
}
