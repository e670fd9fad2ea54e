import assert from "node:assert/strict";

import type * as idl from "@flytekit-ts/models/core";
import fc from "fast-check";
import { describe, it } from "vitest";

import { isFlytekitError } from "../../src/errors/flytekit-error.js";
import { msgpackLiteral, noneLiteral, scalarLiteral } from "../../src/literals/literal.js";
import type { TypeLike } from "../../src/types/infer.js";
import { fromLiteral, toLiteral } from "../support/convert.js";
import { randomLiterals } from "../support/random-literals.js";
import { handles, randomCases } from "../support/random-values.js";

const types = fc.oneof(
  { weight: 6, arbitrary: randomCases.map(({ type }) => type) },
  { weight: 1, arbitrary: fc.constantFrom(...handles) },
);

/** What a literal says for a type; undefined where that is refused, as it should be: with a code and a text. */
function decoded(type: TypeLike, literal: idl.Literal): { readonly value: unknown } | undefined {
  try {
    return { value: fromLiteral(type, literal) };
  } catch (error) {
    assert.ok(
      isFlytekitError(error),
      error instanceof Error ? (error.stack ?? "").slice(0, 1500) : "no error",
    );
    assert.match(error.code, /^[A-Z_]+$/);
    assert.notEqual(error.text, "");
    return undefined;
  }
}

const DEPTH = 10_000;

function nested(around: (inner: idl.Literal) => idl.Literal): idl.Literal {
  let literal = noneLiteral();
  for (let i = 0; i < DEPTH; i += 1) literal = around(literal);
  return literal;
}

function cyclic(around: (inner: idl.Literal) => idl.Literal): idl.Literal {
  const literal = noneLiteral();
  return Object.assign(literal, around(literal));
}

const around: readonly ((inner: idl.Literal) => idl.Literal)[] = [
  (value) => scalarLiteral({ $case: "union", value: { value, type: undefined } }),
  (value) => ({ ...noneLiteral(), value: { $case: "collection", value: { literals: [value] } } }),
  (value) => ({ ...noneLiteral(), value: { $case: "map", value: { literals: new Map([["a", value]]) } } }),
];

function deepStruct(): { [key: string]: unknown } {
  let value: { [key: string]: unknown } = {};
  for (let i = 0; i < DEPTH; i += 1) value = { a: value };
  return value;
}

const deep: readonly idl.Literal[] = [
  ...around.flatMap((each) => [nested(each), cyclic(each)]),
  ...[0x91, 0x81].map((byte) =>
    msgpackLiteral(
      new Uint8Array(
        Array.from({ length: DEPTH }, () => (byte === 0x91 ? [byte] : [byte, 0xa1, 0x61]))
          .flat()
          .concat(0xc0),
      ),
    ),
  ),
  scalarLiteral({ $case: "generic", value: deepStruct() }),
];

describe("a literal without end", () => {
  it("is refused with a code, or read where nothing of it is needed", () => {
    fc.assert(
      fc.property(types, fc.constantFrom(...deep), (type, literal) => {
        decoded(type, literal);
      }),
      { numRuns: 500, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true },
    );
  });
});

describe("a literal of any make, read as any type", () => {
  it("gives a value that is written and read again as the same, or is refused with a code", () => {
    fc.assert(
      fc.property(types, randomLiterals, (type, given) => {
        const first = decoded(type, given);
        if (first === undefined) return;
        const literal = toLiteral(type, first.value);
        const second = fromLiteral(type, literal);
        assert.deepStrictEqual(toLiteral(type, second), literal);
        // A file is another object each time.
        if (!handles.includes(type)) assert.deepStrictEqual(second, first.value);
      }),
      { numRuns: 3000, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true },
    );
  });

  it("is what it was when it is of the type", () => {
    fc.assert(
      fc.property(
        randomCases.chain(({ type, value }) => fc.tuple(fc.constant(type), value)),
        ([type, value]) => {
          const literal = toLiteral(type, value);
          assert.deepStrictEqual(toLiteral(type, fromLiteral(type, literal)), literal);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
