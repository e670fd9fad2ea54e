import { HOSTILE_TEXTS } from "./hostile-texts.js";
import type { RandomSource } from "./random-source.js";

type Json = { [keyword: string]: unknown };

/** A random JSON Schema of a record: of any dialect, sound or not. */
export function randomRecordSchema(random: RandomSource, depth = 3): Json {
  const names = random.some(4, (index) => nameOf(random, index));
  const properties = Object.fromEntries(names.map((name) => [name, randomSchema(random, depth - 1)]));
  const schema: Json = { type: "object", properties };
  if (random.chance(90)) schema["title"] = random.pick(["Order", "Point", "order item", ...HOSTILE_TEXTS]);
  if (random.chance(50)) schema["additionalProperties"] = false;
  if (random.chance(70)) schema["required"] = names.filter(() => random.chance(60));
  if (random.chance(20)) schema["description"] = random.pick(HOSTILE_TEXTS);
  if (random.chance(40)) schema["$defs"] = definitions(random, depth);
  if (random.chance(10)) schema["definitions"] = definitions(random, depth);
  return schema;
}

function definitions(random: RandomSource, depth: number): Json {
  return {
    Inner: { ...randomSchema(random, depth - 1), title: "Inner" },
    Self: {
      type: "object",
      title: "Self",
      properties: { self: { $ref: "#/$defs/Self" }, n: { type: "integer" } },
    },
    Enum: { enum: ["a", "b"], type: "string", title: "Enum" },
  };
}

function nameOf(random: RandomSource, index: number): string {
  return random.chance(85)
    ? `${random.pick(["id", "name", "wait", "größe"])}${index}`
    : random.pick(HOSTILE_TEXTS);
}

const PLAIN: readonly Json[] = [
  { type: "integer" },
  { type: "number" },
  { type: "string" },
  { type: "boolean" },
  { type: "null" },
  { type: "string", format: "date-time" },
  { type: "string", format: "date" },
  { type: "string", format: "duration" },
  { type: "string", format: "base64" },
  { type: "number", format: "time-delta" },
  { enum: ["a", "b"] },
  { enum: [1, 2.5] },
  { enum: [1, "a", null] },
  { enum: [] },
  { enum: ["a", "a"] },
  { const: "a" },
  { const: 1 },
  { const: { a: 1 } },
  { type: ["integer", "null"] },
  { type: [] },
  { type: "object" },
  { type: "array" },
  { type: "file" },
  {},
  { $ref: "#" },
  { $ref: "#/$defs/Inner" },
  { $ref: "#/$defs/Self" },
  { $ref: "#/$defs/Enum" },
  { $ref: "#/definitions/Inner" },
  { $ref: "#/nowhere" },
  { $ref: "https://evil.example.com/schema.json" },
  { $ref: 1 },
  { allOf: [{ $ref: "#/$defs/Inner" }] },
  { type: "array", prefixItems: [{ type: "integer" }] },
  { type: "object", title: "FlyteDirectory", properties: { path: { type: "string" } } },
];

const DEFAULTS: readonly unknown[] = [
  null,
  1,
  -0.5,
  "a",
  "2024-05-31",
  true,
  [],
  [1],
  {},
  { a: 1 },
  ...HOSTILE_TEXTS,
];

/** A random JSON Schema. */
export function randomSchema(random: RandomSource, depth: number): Json {
  const schema = depth <= 0 || random.chance(60) ? { ...random.pick(PLAIN) } : composed(random, depth);
  if (random.chance(30)) schema["default"] = random.pick(DEFAULTS);
  if (random.chance(15)) schema["title"] = random.pick(HOSTILE_TEXTS);
  if (random.chance(10)) schema["description"] = random.pick(HOSTILE_TEXTS);
  return schema;
}

function composed(random: RandomSource, depth: number): Json {
  const inner = (): Json => randomSchema(random, depth - 1);
  switch (random.below(6)) {
    case 0:
      return { type: "array", items: inner() };
    case 1:
      return { type: "object", additionalProperties: inner(), propertyNames: random.pick(PLAIN) };
    case 2:
      return { anyOf: random.some(3, inner) };
    case 3:
      return { anyOf: [inner(), { type: "null" }] };
    case 4:
      return { oneOf: [inner(), inner()] };
    default:
      return randomRecordSchema(random, depth - 1);
  }
}
