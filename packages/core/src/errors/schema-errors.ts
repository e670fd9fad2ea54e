import { defineError } from "./define-errors.js";

const WRAPPERS: ReadonlyMap<string, string> = new Map([
  ["zod", "Use zod 4: the schemas of zod 3 do not tell what they are made of."],
  ["valibot", "Wrap it: `toStandardJsonSchema(schema)` from `@valibot/to-json-schema`."],
  ["effect", "Wrap it: `Schema.toStandardSchemaV1(schema)`."],
]);

const WRAPPER =
  "Use a library whose schemas implement Standard JSON Schema, or give the JSON Schema itself: `t.schema(jsonSchema)`.";

const PARTS =
  "Every part of a zod schema has to be one of zod; a record with types of `t` is a `t.struct(...)`, whose fields may be schemas too.";

// The errors for schemas of other libraries where a type is expected.

export const SCHEMA_ASYNC = defineError("SCHEMA_ASYNC", {
  origin: "user",
  message: (p: { vendor: string }) =>
    `A schema of ${p.vendor} validates its values asynchronously, but values of tasks are converted at once.`,
  hint: "Leave asynchronous refinements and transforms out of the schema, and do that work in a task.",
});

export const SCHEMA_NOT_DESCRIBED = defineError("SCHEMA_NOT_DESCRIBED", {
  origin: "user",
  message: (p: { at: string; vendor: string; why?: string }) =>
    `The schema of ${p.vendor} for ${p.at} does not say which values it takes: ${p.why ?? "it has no JSON Schema"}.`,
  hint: ({ vendor, why }) =>
    vendor === "zod" && why !== undefined ? PARTS : (WRAPPERS.get(vendor) ?? WRAPPER),
});

export const SCHEMA_NOT_REPRESENTABLE = defineError("SCHEMA_NOT_REPRESENTABLE", {
  origin: "user",
  message: (p: { at: string; what: string; instead?: string | undefined }) =>
    `The schema for ${p.at} describes ${p.what}, which no Flyte type holds.`,
  hint: ({ instead }) => instead ?? "Use a type that Flyte has, or make one with `deriveType`.",
});

export const SCHEMA_SIDES_DIFFER = defineError("SCHEMA_SIDES_DIFFER", {
  origin: "user",
  message: (p: { at: string; input: string; output: string }) =>
    `The schema for ${p.at} takes ${p.input} and gives ${p.output}, but a value of a Flyte type has one form.`,
  hint: "Convert the value in a task, or declare both directions with a codec (`z.codec`, effect).",
});
