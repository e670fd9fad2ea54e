import type * as idl from "@flytekit-ts/models/core";

import * as make from "./types.js";

/** Random choices that are the same in every run. */
export interface Chance {
  below(limit: number): number;
  pick<T>(choices: readonly T[]): T;
}

export function chance(seed: number): Chance {
  let state = seed;
  const below = (limit: number): number => {
    // mulberry32
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return { below, pick: (choices) => choices[below(choices.length)] as (typeof choices)[number] };
}

// Few names and values, so that two random types often have much in common.
const NAMES = ["a", "b", "__proto__", "constructor"];
const FORMATS = ["", "csv", "CSV", "parquet"];

/** A literal type, as any program might make it. */
export function randomType(random: Chance, depth = 3): idl.LiteralType {
  const type = randomShape(random, depth);
  return random.below(4) === 0 ? { ...make.tag(type, random.pick(["", "a", "b"])) } : type;
}

function randomShape(random: Chance, depth: number): idl.LiteralType {
  const inner = (): idl.LiteralType => randomType(random, depth - 1);
  const columns = (): Record<string, idl.LiteralType> =>
    Object.fromEntries(several(random, 3).map(() => [random.pick(NAMES), inner()]));
  switch (random.below(depth > 0 ? 14 : 5)) {
    case 0:
      return make.enumOf(...random.pick([["a"], ["a", "b"], ["b", "a"], []]));
    case 1:
      return make.blob(random.pick(FORMATS), random.below(2) === 0);
    case 2:
      return make.schemaOf(random.pick([{}, { a: "INTEGER" }, { a: "FLOAT", b: "INTEGER" }]));
    case 3:
    case 4:
      return random.pick([
        make.NONE,
        make.INT,
        make.FLOAT,
        make.STRING,
        make.STRUCT,
        make.BINARY,
        make.UNTYPED,
      ]);
    case 5:
    case 6:
      return make.list(inner());
    case 7:
      return make.map(inner());
    case 8:
    case 9:
      return make.union(...several(random, 4).map(inner));
    case 10:
      return make.dataset(random.pick(FORMATS), columns());
    default:
      return randomRecord(random);
  }
}

function several(random: Chance, limit: number): number[] {
  return Array.from({ length: random.below(limit) }, (_, i) => i);
}

/** A record with a schema of any draft, and sometimes of none. */
export function randomRecord(random: Chance): idl.LiteralType {
  const schema = randomSchema(random, 3);
  return make.recordWith({
    title: random.pick(["A", "B"]),
    ...(typeof schema === "object" ? schema : { properties: { a: schema } }),
  });
}

const TYPES = [
  "string",
  "number",
  "integer",
  "object",
  "array",
  "null",
  ["string", "null"],
  ["array", "object"],
];

function randomSchema(random: Chance, depth: number): Record<string, unknown> | boolean {
  if (random.below(20) === 0) return random.below(2) === 0;
  if (depth === 0) return { type: random.pick(TYPES) };
  const keywords = several(random, 5).map(() => random.pick(Object.keys(KEYWORDS)));
  return Object.fromEntries(
    ["type", ...keywords].map((keyword) => {
      const isOdd = random.below(60) === 0;
      return [keyword, (isOdd ? oddValue : (KEYWORDS[keyword] ?? oddValue))(random, depth)];
    }),
  );
}

type Value = (random: Chance, depth: number) => unknown;

const of =
  (...choices: readonly unknown[]): Value =>
  (random) =>
    random.pick(choices);
const inner: Value = (random, depth) => randomSchema(random, depth - 1);
const members: Value = (random, depth) => [0, ...several(random, 2)].map(() => inner(random, depth));
const named: Value = (random, depth) =>
  Object.fromEntries(several(random, 4).map(() => [random.pick(NAMES), inner(random, depth)]));
const count = of(0, 1, 3, 1e20);
const number = of(-1, 0, 0.5, 1, 2, 4, 1e21);
const oddValue = of(
  null,
  true,
  "",
  "x",
  -1,
  1e300,
  NaN,
  undefined,
  [],
  {},
  [null],
  { a: 1n },
  "(?=a)",
  "%zz",
);

const KEYWORDS: { readonly [keyword: string]: Value } = {
  type: of(...TYPES),
  properties: named,
  required: of([], ["a"], ["a", "b"]),
  items: (random, depth) => (random.below(2) === 0 ? inner : members)(random, depth),
  anyOf: members,
  oneOf: members,
  allOf: members,
  enum: of(["a"], ["a", "b"], ["b", "c"], ["a", 1], [1, 2], [null]),
  const: of("a", "b", 1, -0, null, { q: 1 }, [1], []),
  format: of("date-time", "date", "uuid", "time-delta"),
  pattern: of("^a", "^b", "a{2}"),
  minLength: count,
  maxLength: count,
  minItems: count,
  maxProperties: count,
  minimum: number,
  maximum: number,
  exclusiveMinimum: of(1, true, false),
  multipleOf: of(0.5, 1, 2, 4, 1e21),
  uniqueItems: of(true, false),
  additionalProperties: (random, depth) =>
    random.below(2) === 0 ? random.below(2) === 0 : inner(random, depth),
  not: inner,
  definitions: named,
  $defs: named,
  $ref: of("#", "#/definitions/a", "#/definitions/b", "#/properties/a", "#/nowhere", "#/$defs/a", "#a"),
  $id: of("#a", "http://a/b", "x"),
  $schema: of(
    ...["http://json-schema.org/draft-04/schema#", "http://json-schema.org/draft-06/schema#"],
    ...["http://json-schema.org/draft-07/schema#", "https://json-schema.org/draft/2020-12/schema"],
  ),
  default: oddValue,
  title: of("A", "B"),
};

/** The same type with a few parts left out, changed, or put where others were. */
export function mutated(type: idl.LiteralType, random: Chance): idl.LiteralType {
  const copy = structuredClone(type);
  const parts = partsOf(copy);
  for (let i = 0; i <= random.below(3); i += 1) {
    const part = random.pick(parts);
    const key = random.pick(Object.keys(part));
    if (key === undefined) continue;
    const other = random.pick(parts);
    const values = [undefined, "a", 1, random.pick(parts), Object.values(other)[0], randomType(random, 1)];
    Object.defineProperty(part, key, { value: random.pick(values), enumerable: true, configurable: true });
  }
  return copy;
}

function partsOf(type: idl.LiteralType): object[] {
  const parts: object[] = [type];
  for (const part of parts) {
    for (const value of Object.values(part))
      if (typeof value === "object" && value !== null) parts.push(value);
  }
  return parts;
}
