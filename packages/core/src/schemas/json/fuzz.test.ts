import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileSchemas, pairs, schemas } from "../../../test/support/random-schemas.js";
import { toLiteral, transformerOf } from "../../../test/support/convert.js";
import { isFlytekitError } from "../../errors/flytekit-error.js";
import { schema } from "../../makers/schema-type.js";
import { decodeLiteral } from "../../types/decode-literal.js";
import type { FlyteType } from "../../types/infer.js";
import { castability } from "../../castability/castability.js";
import { jsonProps } from "./json-props.js";

const RUNS = Number(process.env["FUZZ_RUNS"] ?? 500);

/** The type of a schema, or undefined if it is refused as it should be: with a code, a place and a hint. */
function typeOf(json: unknown): FlyteType<unknown, unknown> | undefined {
  try {
    return schema(json);
  } catch (error) {
    if (!isFlytekitError(error)) throw error;
    expect(error.code).toMatch(
      /^(SCHEMA_NOT_REPRESENTABLE|VARIABLE_NAME_INVALID|STRUCT_NAME_INVALID|VALUE_TOO_DEEP)$/,
    );
    expect(error.text).not.toBe("");
    expect(error.hint).toBeTruthy();
    return undefined;
  }
}

/** Sends a value through a literal: it comes back exactly, or is refused. */
function keeps(json: unknown, type: FlyteType<unknown, unknown>, value: unknown): "kept" | "refused" {
  let literal: ReturnType<typeof toLiteral>;
  try {
    literal = toLiteral(type, value);
  } catch (error) {
    if (!isFlytekitError(error)) throw error;
    return "refused";
  }
  const valid = jsonProps(json, "t.schema").validate(value) as { readonly value?: unknown };
  const decoded = decodeLiteral(transformerOf(type), literal);
  const isKept = isDeepStrictEqual(plain(decoded), plain(valid.value));
  if (!isKept) expect(decoded).toStrictEqual(valid.value);
  return "kept";
}

// A field that is undefined is one that is missing, and integers have no -0 (the table of constructs has one of a float).
function plain(value: unknown): unknown {
  if (Object.is(value, -0)) return 0;
  if (Array.isArray(value)) return value.map(plain);
  if (Object.prototype.toString.call(value) !== "[object Object]") return value;
  const fields = Object.entries(value as object).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([key, field]) => [key, plain(field)]));
}

describe("random JSON Schemas", () => {
  it("become types, or are refused with a code", () => {
    const counts = { types: 0, refused: 0 };
    fc.assert(
      fc.property(schemas, (json) => {
        const type = typeOf(json);
        counts[type === undefined ? "refused" : "types"] += 1;
        if (type === undefined) return;
        const { literalType } = transformerOf(type);
        expect(castability(literalType, literalType)).toBe("castable");
      }),
      { numRuns: RUNS },
    );
    expect(counts.types).toBeGreaterThan(RUNS / 10);
    expect(counts.refused).toBeGreaterThan(RUNS / 10);
  });

  it("made of anything are refused, or become types", () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withNullPrototype: true,
      maxDepth: 4,
    });
    fc.assert(
      fc.property(anything, (json) => void typeOf(json)),
      { numRuns: RUNS },
    );
  });

  // In the time of this machine: by the best of some turns, as another process may take the processor meanwhile.
  const timeOf = (make: () => unknown): number => {
    let best = Infinity;
    for (let turn = 0; turn < 3; turn += 1) {
      const json = make();
      const start = performance.now();
      typeOf(json);
      best = Math.min(best, performance.now() - start);
    }
    return best;
  };
  const fields = Array.from({ length: 1000 }, (_, i) => [`a${i}`, { type: "integer" }]);
  const record = { type: "object", title: "R", properties: Object.fromEntries(fields) };

  it.each(hostileSchemas())("that are hostile are refused, or become types, in time: %s", (_name, make) => {
    expect(timeOf(make)).toBeLessThan(100 * timeOf(() => record));
  });
});

describe("values of random JSON Schemas", () => {
  it("come back exactly", () => {
    let kept = 0;
    fc.assert(
      fc.property(pairs, ({ json, value }) => {
        const type = typeOf(json);
        if (type !== undefined && keeps(json, type, value) === "kept") kept += 1;
      }),
      { numRuns: RUNS },
    );
    expect(kept).toBeGreaterThan(RUNS / 4);
  });

  it("of any kind come back exactly, or are refused", () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      maxDepth: 3,
    });
    fc.assert(
      fc.property(pairs, anything, ({ json }, value) => {
        const type = typeOf(json);
        if (type !== undefined) keeps(json, type, value);
      }),
      { numRuns: RUNS },
    );
  });
});
