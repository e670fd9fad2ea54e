import assert from "node:assert/strict";

import fc from "fast-check";
import { describe, it } from "vitest";

import { isFlytekitError } from "../../src/errors/flytekit-error.js";
import { t } from "../../src/makers/t.js";
import type { TypeLike } from "../../src/types/infer.js";
import { toLiteral } from "../../src/types/literal-map.js";
import { runtimeType } from "../../src/types/runtime-type.js";
import { fromLiteral } from "../support/convert.js";
import { hostileValues } from "../support/hostile.js";
import { handles, randomCases } from "../support/random-values.js";

const fail = (): never => {
  throw new RangeError("do not touch");
};
const circular: unknown[] = [];
circular.push(circular, { circular });
const wide = { length: 2 ** 31, 0: 1 };
const deep = (depth: number, around: (inner: unknown) => unknown): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < depth; i += 1) value = around(value);
  return value;
};

const hostile: readonly unknown[] = [
  ...hostileValues().values(),
  circular,
  circular[1],
  wide,
  [, 1], // oxlint-disable-line no-sparse-arrays -- a hole is what is given
  Object.assign([1], { extra: 2 }),
  Object.assign(Object.create({ a: 1 }) as object, { b: 2 }),
  new (class Person {
    a = 1;
    get b(): number {
      return fail();
    }
  })(),
  Object.defineProperty({}, "a", { get: fail, enumerable: true }),
  Object.defineProperty([], 0, { get: fail, enumerable: true }),
  Object.defineProperty({ a: 1 }, Symbol("b"), { value: 2, enumerable: true }),
  new Proxy([1, 2], { get: fail }),
  new Proxy(new Map([[1, 1]]), {}),
  new Proxy(new Date(), {}),
  Object.assign(new Date(0), { getTime: fail }),
  new Date(NaN),
  Object.assign(new Date(0), { nanosOfMillisecond: "9" }),
  Object.assign(new Map([[1, 1]]), { entries: fail, [Symbol.iterator]: fail }),
  new Map<unknown, unknown>([[{}, 1]]),
  new Set([1]),
  new (class extends Array {})(3),
  new String("a"),
  new Number(1),
  Object(1n),
  "\ud800",
  "a\udc00b",
  2 ** 63,
  -(2 ** 63) - 2048,
  2n ** 63n,
  NaN,
  -0,
  Infinity,
  1e21,
  new Uint8Array(new SharedArrayBuffer(2)),
  new Uint16Array([1, 2]),
  new DataView(new ArrayBuffer(2)),
  Object.setPrototypeOf(new Uint8Array(2), null),
  { "~as": t.int(), value: 1 },
  { float: NaN },
  JSON.parse('{"then": 1, "a": 1}'),
  { seconds: 2n ** 63n, nanos: -1 },
  { [Symbol.iterator]: fail },
  { [Symbol.asyncIterator]: fail },
  { uri: "s3://b/k", format: Symbol("f") },
  JSON.parse('{"__proto__": {"a": 1}, "a": 1}'),
  deep(10_000, (inner) => [inner]),
  deep(10_000, (inner) => ({ a: inner })),
  deep(10_000, (inner) => new Map([["a", inner]])),
  Promise.resolve(1),
  () => 1,
  Symbol("a"),
];

const wrapped = fc.constantFrom<(value: unknown) => unknown>(
  (value) => value,
  (value) => [value],
  (value) => ({ a: value, constructor: value, b: value, isOne: true, one: value }),
  (value) => new Map([[1, value]]),
);

const types = fc.oneof(
  { weight: 5, arbitrary: randomCases.map(({ type }) => type) },
  { weight: 2, arbitrary: fc.constantFrom(...handles, t.json(), t.json({ exact: true }), t.list(t.json())) },
);

/** Writes a value, or proves that it is refused with a code. What is written can be read and written again. */
function checkWriting(type: TypeLike, value: unknown): void {
  let literal;
  try {
    literal = toLiteral("x", value, runtimeType(type, "a type"));
  } catch (error) {
    assert.ok(isFlytekitError(error), error instanceof Error ? error.stack : String(error));
    return;
  }
  const again = toLiteral("x", fromLiteral(type, literal), runtimeType(type, "a type"));
  assert.deepStrictEqual(again, literal);
}

describe("a value that is made to do harm", () => {
  it("is written as what it says, or refused with a code", () => {
    fc.assert(
      fc.property(types, fc.nat(hostile.length - 1), wrapped, (type, index, wrap) => {
        checkWriting(type, wrap(hostile[index]));
      }),
      { numRuns: 6000, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true },
    );
  });
});
