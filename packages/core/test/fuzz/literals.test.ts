import assert from "node:assert/strict";

import type * as idl from "@flytekit-ts/models/core";
import fc from "fast-check";
import { describe, it } from "vitest";

import { isFlytekitError } from "../../src/errors/flytekit-error.js";
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
    assert.ok(isFlytekitError(error), String(error));
    assert.match(error.code, /^[A-Z_]+$/);
    assert.notEqual(error.text, "");
    return undefined;
  }
}

describe("a literal of any make, read as any type", () => {
  it("gives a value that is written and read again as the same, or is refused with a code", () => {
    fc.assert(
      fc.property(types, randomLiterals, (type, literal) => {
        const first = decoded(type, literal);
        if (first === undefined) return;
        assert.deepStrictEqual(fromLiteral(type, toLiteral(type, first.value)), first.value);
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
