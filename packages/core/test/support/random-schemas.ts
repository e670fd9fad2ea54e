import fc from "fast-check";

/** A JSON Schema, and a value that it takes in most cases. */
export interface Pair {
  readonly json: unknown;
  readonly value: unknown;
}

const key = fc.constantFrom("a", "b", "c", "name", "__proto__", "constructor");
const text = fc.string({ unit: "binary", maxLength: 5 });
const integer = fc.oneof(fc.integer(), fc.constantFrom(0, -0, 2 ** 53, -(2 ** 63)));
const float = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Infinity, 2 ** 63));

const always = (json: object, value: fc.Arbitrary<unknown>): fc.Arbitrary<Pair> =>
  value.map((each) => ({ json, value: each }));

const leaf: fc.Arbitrary<Pair> = fc.oneof(
  always({ type: "integer" }, integer),
  always({ type: "number" }, float),
  always({ type: "string" }, text),
  always({ type: "boolean" }, fc.boolean()),
  always({ type: "null" }, fc.constant(null)),
  always({ enum: ["a", "b"] }, fc.constantFrom("a", "b")),
  always({ enum: [1, 2.5] }, fc.constantFrom(1, 2.5)),
  always({ const: true }, fc.constant(true)),
  always({ type: "integer", minimum: 3, maximum: 9 }, fc.integer({ min: 0, max: 12 })),
  always({ type: "string", maxLength: 3 }, text),
  always({ type: "object" }, fc.dictionary(key, fc.jsonValue())),
  always({ type: "bigint" }, fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n })),
  always({ type: "Date" }, fc.date()),
  always({ type: "Uint8Array" }, fc.uint8Array({ maxLength: 5 })),
);

const values: fc.Arbitrary<Pair> = fc.letrec<{ any: Pair }>((tie) => {
  const any = tie("any");
  const list = fc.tuple(any, fc.boolean()).map(([{ json, value }, isEmpty]) => ({
    json: { type: "array", items: json },
    value: isEmpty ? [] : [value],
  }));
  const map = fc.tuple(key, any).map(([name, { json, value }]) => ({
    json: { type: "object", additionalProperties: json },
    value: Object.fromEntries([[name, value]]),
  }));
  const nullable = fc.tuple(any, fc.boolean()).map(([{ json, value }, isNull]) => ({
    json: { anyOf: [json, { type: "null" }] },
    value: isNull ? null : value,
  }));
  const union = fc.tuple(any, any, fc.boolean()).map(([one, other, isFirst]) => ({
    json: { anyOf: [one.json, other.json] },
    value: (isFirst ? one : other).value,
  }));
  const record = fc
    .array(fc.record({ name: key, pair: any, required: fc.boolean(), left: fc.boolean() }), { maxLength: 4 })
    .map((fields) => ({
      json: {
        type: "object",
        title: "R",
        properties: Object.fromEntries(fields.map(({ name, pair }) => [name, pair.json])),
        required: fields.filter(({ required }) => required).map(({ name }) => name),
        additionalProperties: false,
      },
      value: Object.fromEntries(
        fields.filter(({ required, left }) => required || !left).map(({ name, pair }) => [name, pair.value]),
      ),
    }));
  const defined = any.map(({ json, value }) => ({ json: { $ref: "#/$defs/D", $defs: { D: json } }, value }));
  return {
    any: fc.oneof({ maxDepth: 4, depthSize: "small" }, leaf, list, map, nullable, union, record, defined),
  };
}).any;

// References lead from the root, so only a whole schema can be a tree.
const trees: fc.Arbitrary<Pair> = values.map(({ json, value }) => {
  const kids = { type: "array", items: { $ref: "#/$defs/T" } };
  const T = { type: "object", title: "T", properties: { value: json, kids }, required: ["kids"] };
  return {
    json: { $ref: "#/$defs/T", $defs: { T } },
    value: { kids: [{ value, kids: [] }, { kids: [] }], value },
  };
});

/** Schemas with values. */
export const pairs: fc.Arbitrary<Pair> = fc.oneof(
  { arbitrary: values, weight: 4 },
  { arbitrary: trees, weight: 1 },
);

const nonsense = fc.oneof(
  fc.constantFrom<unknown>(
    Number.NaN,
    2 ** 63,
    "x",
    "#",
    "#/$defs/A",
    null,
    true,
    false,
    [],
    {},
    -1,
    "\ud800",
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const keyword = fc.constantFrom(
  "type",
  "items",
  "properties",
  "required",
  "additionalProperties",
  "enum",
  "const",
  "anyOf",
  "oneOf",
  "allOf",
  "$ref",
  "$defs",
  "minimum",
  "pattern",
  "multipleOf",
  "title",
  "default",
  "nullable",
  "not",
  "__proto__",
  "format",
  "uniqueItems",
  "description",
);

/** Schemas, of which some have keywords that make no sense. */
export const schemas: fc.Arbitrary<unknown> = fc.oneof(
  pairs.map(({ json }) => json),
  fc.tuple(pairs, keyword, nonsense).map(([{ json }, name, value]) => {
    const changed = { ...(json as object) };
    Object.defineProperty(changed, name, { value, enumerable: true, configurable: true, writable: true });
    return changed;
  }),
  fc.dictionary(keyword, nonsense, { maxKeys: 4 }),
);

function deep(depth: number, around: (inner: unknown) => unknown): unknown {
  let json: unknown = { type: "integer" };
  for (let i = 0; i < depth; i += 1) json = around(json);
  return json;
}

/** `A0` contains `A1` twice, and so on: a small schema that is very large when it is written out. */
function bomb(join: (ref: object) => object): object {
  const $defs = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [`A${i}`, join({ $ref: `#/$defs/A${i + 1}` })]),
  );
  return { $ref: "#/$defs/A0", $defs: { ...$defs, A40: { type: "integer" } } };
}

function cyclic(): object {
  const json: Record<string, unknown> = { type: "object", title: "C" };
  json["properties"] = { c: json };
  return json;
}

/** Schemas that are meant to take too long, too much, or down what reads them. */
export function hostileSchemas(): readonly (readonly [string, () => unknown])[] {
  return [
    ["10,000 lists", () => deep(10_000, (items) => ({ type: "array", items }))],
    ["150 lists", () => deep(150, (items) => ({ type: "array", items }))],
    ["30 lists", () => deep(30, (items) => ({ type: "array", items }))],
    ["10,000 unions", () => deep(10_000, (inner) => ({ anyOf: [inner] }))],
    ["10,000 intersections", () => deep(10_000, (inner) => ({ allOf: [inner] }))],
    ["150 intersections", () => deep(150, (inner) => ({ allOf: [inner] }))],
    ["60 records", () => deep(60, (a) => ({ type: "object", title: "R", properties: { a } }))],
    ["an object in itself", cyclic],
    [
      "a loop of references",
      () => ({ $ref: "#/$defs/A", $defs: { A: { $ref: "#/$defs/B" }, B: { $ref: "#/$defs/A" } } }),
    ],
    ["a loop of intersections", () => ({ allOf: [{ $ref: "#" }] })],
    ["a loop of unions", () => ({ anyOf: [{ $ref: "#" }, { type: "null" }] })],
    ["a loop beside fields", () => ({ type: "object", title: "R", properties: {}, allOf: [{ $ref: "#" }] })],
    ["a bomb of unions", () => bomb((ref) => ({ anyOf: [ref, { type: "array", items: ref }] }))],
    ["a bomb of intersections", () => bomb((ref) => ({ allOf: [ref, ref] }))],
    [
      "a bomb of records",
      () => bomb((ref) => ({ type: "object", title: "B", properties: { a: ref, b: ref } })),
    ],
    [
      "a bomb of lists",
      () =>
        bomb((ref) => ({
          anyOf: [
            { type: "array", items: ref },
            { type: "object", additionalProperties: ref },
          ],
        })),
    ],
    ["a huge enum", () => ({ enum: Array.from({ length: 50_000 }, (_, i) => `value ${i}`) })],
    ["a huge enum of numbers", () => ({ enum: Array.from({ length: 50_000 }, (_, i) => i) })],
    ["a larger enum", () => ({ enum: Array.from({ length: 1_000_000 }, (_, i) => i) })],
    [
      "a huge union",
      () => ({ anyOf: Array.from({ length: 10_000 }, (_, i) => ({ type: "array", items: { const: i } })) }),
    ],
    [
      "a huge record",
      () => ({
        type: "object",
        title: "R",
        properties: Object.fromEntries(
          Array.from({ length: 10_000 }, (_, i) => [`a${i}`, { type: "integer" }]),
        ),
      }),
    ],
    ["a record in itself", () => ({ type: "object", title: "R", properties: { next: { $ref: "#" } } })],
    [
      "a record in itself twice",
      () => ({
        type: "object",
        title: "R",
        properties: { l: { $ref: "#" }, r: { type: "array", items: { $ref: "#" } } },
      }),
    ],
    [
      "a proxy",
      () =>
        new Proxy(
          {},
          {
            ownKeys: () => {
              throw new Error("no");
            },
          },
        ),
    ],
    [
      "a revoked proxy",
      () => {
        const { proxy, revoke } = Proxy.revocable({}, {});
        revoke();
        return proxy;
      },
    ],
    ["our own marks", () => ({ "~flyte": { is: "nonsense" }, "~codec": true })],
    [
      "__proto__ as a field",
      () => ({
        type: "object",
        title: "R",
        properties: JSON.parse('{"__proto__": {"type": "integer"}}') as object,
      }),
    ],
    ["__proto__ as a type", () => ({ type: "__proto__" })],
  ];
}
