import { readFileSync } from "node:fs";

import { decode, ExtensionCodec } from "@msgpack/msgpack";
import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import { fromLiteral, packed, primitive, struct, toLiteral } from "../../test/support/convert.js";
import { emptyLiteral, literalOf, scalarLiteral } from "../literals/literal.js";
import { t } from "../makers/t.js";
import { resolveAttributePath, type Step } from "./attribute-path.js";

// What the engine of Flyte 1.16 makes of paths, right and wrong ones.
interface Row {
  readonly from: string;
  readonly path: readonly Step[];
  readonly literal?: string;
  readonly error?: string;
}

const file = readFileSync(new URL("../../test/data/attribute-paths.jsonl", import.meta.url), "utf8");
const rows = file
  .trim()
  .split("\n")
  .map((line, i) => ({ ...(JSON.parse(line) as Row), i }));
const literal = (base64: string): idl.Literal =>
  idl.Literal.decode(new Uint8Array(Buffer.from(base64, "base64")));

// The engine writes MessagePack anew and in another order of keys; what it says counts.
const ANY_EXTENSION = new ExtensionCodec();
const unpack = (bytes: Uint8Array): unknown =>
  decode(bytes, { useBigInt64: true, extensionCodec: ANY_EXTENSION, mapKeyConverter: String as never });
function said(value: unknown): unknown {
  if (value instanceof Uint8Array) return unpack(value);
  if (Array.isArray(value)) return value.map(said);
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, said(item)]));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, said(item)]));
}

describe("resolveAttributePath", () => {
  it("has all that was recorded", () => {
    expect(rows).toHaveLength(350);
  });

  it.each(rows.filter((row) => row.literal !== undefined))(
    "gives what the engine gives: $i $path",
    ({ from, path, literal: wanted = "" }) => {
      expect(said(resolveAttributePath(literal(from), path))).toEqual(said(literal(wanted)));
    },
  );

  it.each(rows.filter((row) => row.error !== undefined))(
    "refuses what the engine refuses: $i $path",
    ({ from, path }) => {
      const { code } = caught(() => resolveAttributePath(literal(from), path));
      expect(["ATTRIBUTE_NOT_FOUND", "VALUE_TYPE_MISMATCH", "MSGPACK_MALFORMED"]).toContain(code);
    },
  );

  it("leaves a literal alone where there is no path", () => {
    const record = packed("81 a178 01");
    expect(resolveAttributePath(record, [])).toBe(record);
  });

  it("goes through lists and maps into records", () => {
    const type = t.list(t.map(t.struct("R", { xs: t.list(t.struct("P", { n: t.int(), f: t.float() })) })));
    const value = toLiteral(type, [
      {},
      {
        "a b": {
          xs: [
            { n: 1, f: 1 },
            { n: 2, f: 2 },
          ],
        },
      },
    ]);
    const at = (...path: Step[]): idl.Literal => resolveAttributePath(value, path);
    expect(fromLiteral(t.int(), at(1, "a b", "xs", 1, "n"))).toBe(2);
    expect(at(1, "a b", "xs", 1, "f")).toEqual(primitive({ $case: "floatValue", value: 2 }));
    expect(fromLiteral(t.list(t.struct("P", { n: t.int(), f: t.float() })), at(1, "a b", "xs"))).toEqual([
      { n: 1, f: 1 },
      { n: 2, f: 2 },
    ]);
  });

  it("gives a none that an optional input can read, from a record and from a Struct", () => {
    const record = toLiteral(t.struct("R", { x: t.optional(t.int()) }), {});
    expect(fromLiteral(t.optional(t.int()), resolveAttributePath(record, ["x"]))).toBeUndefined();
    expect(
      fromLiteral(t.optional(t.int()), resolveAttributePath(struct({ x: null }), ["x"])),
    ).toBeUndefined();
  });

  it("says which step is wrong, and where", () => {
    const value = literalOf({ $case: "collection", value: { literals: [packed("81 a178 92 01 02")] } });
    const text = (...path: Step[]): string => refusal(() => resolveAttributePath(value, path));
    expect(text(1)).toBe("ATTRIBUTE_NOT_FOUND: The value has no [1] on the path [1].");
    expect(text(0, "y", 3)).toBe("ATTRIBUTE_NOT_FOUND: The value has no .y on the path [0].y[3].");
    expect(text(0, "x", 2)).toBe("ATTRIBUTE_NOT_FOUND: The value has no [2] on the path [0].x[2].");
    expect(text(0, "x", 0, "a b")).toBe(
      'ATTRIBUTE_NOT_FOUND: The value has no ["a b"] on the path [0].x[0]["a b"].',
    );
    expect(text(-1)).toMatch(/^ATTRIBUTE_NOT_FOUND/);
    expect(text(0.5)).toMatch(/^ATTRIBUTE_NOT_FOUND/);
  });

  it("has no way into a value without members", () => {
    const list = literalOf({ $case: "collection", value: { literals: [packed("01")] } });
    const text = (from: idl.Literal, ...path: Step[]): string =>
      refusal(() => resolveAttributePath(from, path));
    expect(text(emptyLiteral(), "x")).toMatch(/^ATTRIBUTE_NOT_FOUND: The value has no \.x/);
    expect(text(primitive({ $case: "integer", value: 1n }), "x")).toMatch(/^ATTRIBUTE_NOT_FOUND/);
    expect(text(list, "x")).toMatch(/^ATTRIBUTE_NOT_FOUND/);
    expect(text(list, 0, "x")).toMatch(/^ATTRIBUTE_NOT_FOUND: The value has no \.x on the path \[0\]\.x/);
    expect(text(packed("91 01"), "x")).toMatch(/^ATTRIBUTE_NOT_FOUND/);
    expect(text(packed("81 a178 01"), 0)).toMatch(/^ATTRIBUTE_NOT_FOUND/);
  });

  it("does not take what every object inherits for a field", () => {
    expect(refusal(() => resolveAttributePath(struct({}), ["constructor"]))).toMatch(/no \.constructor/);
    expect(refusal(() => resolveAttributePath(struct({ a: [] }), ["a", "length"]))).toMatch(/no \.length/);
  });

  it("refuses bytes of another format, and broken ones", () => {
    const other = scalarLiteral({ $case: "binary", value: { value: new Uint8Array([1]), tag: "cbor" } });
    expect(refusal(() => resolveAttributePath(other, ["x"]))).toMatch(/^ATTRIBUTE_NOT_FOUND/);
    expect(refusal(() => resolveAttributePath(packed("81 a178 dd ffffffff"), ["x", 5]))).toMatch(
      /^MSGPACK_MALFORMED/,
    );
    expect(refusal(() => resolveAttributePath(packed("81 a178 cf ffffffffffffffff"), ["x"]))).toBe(
      "VALUE_TYPE_MISMATCH: The value should be 64-bit integer, but was the integer 18446744073709551615 (beyond 2^53 - 1).",
    );
  });
});
