import { isDeepStrictEqual } from "node:util";
import { castability } from "@flytekit-ts/core/casts";
import { decodeLiteral } from "@flytekit-ts/core/literals";
import { resolveType } from "@flytekit-ts/core/types";
import * as idl from "@flytekit-ts/models/core";
import { isFlytekitError } from "@flytekit-ts/workflow";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairs } from "./random-zod.js";

const RUNS = Number(process.env["FUZZ_RUNS"] ?? 500);

/** What `act` gives; undefined if it is refused with a code. */
function allowed<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (!isFlytekitError(error)) throw error;
    return undefined;
  }
}

describe("values of random schemas of zod", () => {
  it("come back as the schema gives them, or are refused before they are written", () => {
    const counts = { kept: 0, refused: 0 };
    fc.assert(
      fc.property(pairs, ({ schema, value }) => {
        const type = allowed(() => resolveType(schema, "inputs.x of task demo.t"));
        const literal = type && allowed(() => type.transformer.toLiteral(value));
        counts[literal === undefined ? "refused" : "kept"] += 1;
        if (type === undefined || literal === undefined) return;
        const { literalType } = type.transformer;
        expect(castability(literalType, literalType)).toBe("castable");
        const bytes = idl.Literal.encode(literal).finish();
        const decoded = decodeLiteral(type.transformer, idl.Literal.decode(bytes));
        const valid = schema["~standard"].validate(value) as { readonly value?: unknown };
        if (!isDeepStrictEqual(decoded, valid.value)) expect(decoded).toStrictEqual(valid.value);
      }),
      { numRuns: RUNS },
    );
    expect(counts.kept).toBeGreaterThan(counts.refused);
  });
});
