import { readFileSync } from "node:fs";

import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";

import { transformerOf } from "../../test/support/convert.js";
import type { TypeLike } from "./infer.js";
import { isCastable } from "./is-castable.js";
import { t } from "./t.js";

// What the compiler of Flyte 1.16 says of pairs of types; pairs that crash it are left out.
interface Row {
  readonly castable: "yes" | "no";
  readonly upstream_pb: string;
  readonly downstream_pb: string;
}

const file = readFileSync(new URL("../../test/data/type-casts.jsonl", import.meta.url), "utf8");
const verdicts = file
  .trim()
  .split("\n")
  .map((line) => {
    const row = JSON.parse(line) as Row;
    const decode = (pb: string): idl.LiteralType => idl.LiteralType.decode(Buffer.from(pb, "base64"));
    const [from, to] = [decode(row.upstream_pb), decode(row.downstream_pb)];
    return { from, to, wanted: row.castable === "yes", given: isCastable(from, to) };
  });

function hasSchema(type: idl.LiteralType): boolean {
  if (type.metadata !== undefined) return true;
  switch (type.type?.$case) {
    case "collectionType":
    case "mapValueType":
      return hasSchema(type.type.value);
    case "unionType":
      return type.type.value.variants.some(hasSchema);
    default:
      return false;
  }
}

const plain = verdicts.filter(({ from, to }) => !hasSchema(from) || !hasSchema(to));
const records = verdicts.filter(({ from, to }) => hasSchema(from) && hasSchema(to));

const castable = (from: TypeLike, to: TypeLike): boolean =>
  isCastable(transformerOf(from).literalType, transformerOf(to).literalType);

describe("isCastable", () => {
  it("agrees with the backend wherever no two schemas meet", () => {
    expect(plain.length).toBeGreaterThan(390);
    expect(plain.filter(({ wanted, given }) => wanted !== given)).toEqual([]);
  });

  it("refuses no record that the backend takes", () => {
    expect(records.filter(({ wanted }) => wanted).length).toBeGreaterThan(340);
    expect(records.filter(({ wanted, given }) => wanted && !given)).toEqual([]);
  });

  it("takes records that the backend refuses only for what our own schemas never hold", () => {
    const tooMany = records.filter(({ wanted, given }) => !wanted && given);
    const schemas = tooMany.map(({ from, to }) =>
      JSON.stringify([from, to], (_key, value) => (value instanceof Map ? [...value] : value)),
    );
    expect(schemas.filter((text) => !FOREIGN.test(text))).toEqual([]);
    expect(tooMany.length).toBeLessThanOrEqual(108);
  });

  it.each([
    ["an int for a float", t.int(), t.float(), false],
    ["both forms of an int", t.int({ bigint: true }), t.int(), true],
    ["a value for an optional", t.int(), t.optional(t.int()), true],
    ["an optional for a value", t.optional(t.int()), t.int(), false],
    ["none for an optional", t.none(), t.optional(t.int()), true],
    ["an enum for a text", t.enum(["a"]), t.string(), true],
    ["a text for an enum", t.string(), t.enum(["a"]), true],
    ["an enum in another order", t.enum(["a", "b"]), t.enum(["b", "a"]), false],
    ["an enum whose values run together", t.enum(["a", "b"]), t.enum(["a\0b"]), false],
    ["a list of values for one of optionals", t.list(t.int()), t.list(t.optional(t.int())), true],
    ["an empty list", t.list(t.none()), t.list(t.int()), true],
    ["an empty map", t.map(t.none()), t.map(t.int()), true],
    ["a list for a map", t.list(t.int()), t.map(t.int()), false],
    ["a record for a map", t.struct("A", { x: t.int() }), t.map(t.int()), false],
    ["nothing for an int", t.none(), t.int(), false],
  ])("knows about %s", (_what, from, to, wanted) => {
    expect(castable(from, to)).toBe(wanted);
  });

  it.each([
    ["more fields", { x: t.int(), y: t.int() }, { x: t.int() }, true],
    ["fewer fields", { x: t.int() }, { x: t.int(), y: t.int() }, false],
    ["another order", { x: t.int(), y: t.float() }, { y: t.float(), x: t.int() }, true],
    ["an int for a float", { x: t.int() }, { x: t.float() }, false],
    ["required for defaulted", { x: t.int() }, { x: t.int().default(1) }, true],
    ["defaulted for required", { x: t.int().default(1) }, { x: t.int() }, false],
    ["a required field for an optional one", { x: t.int() }, { x: t.optional(t.int()) }, false],
    ["a datetime for a text", { x: t.datetime() }, { x: t.string() }, false],
    ["another enum", { x: t.enum(["a"]) }, { x: t.enum(["b"]) }, true],
    ["another map", { x: t.map(t.int()) }, { x: t.map(t.string()) }, true],
    ["another list", { x: t.list(t.int()) }, { x: t.list(t.string()) }, false],
    [
      "a nested record with fewer fields",
      { x: t.struct("A", {}) },
      { x: t.struct("A", { y: t.int() }) },
      false,
    ],
    ["durations beside other fields", { x: t.duration(), y: t.int() }, { x: t.duration() }, false],
    [
      "an optional record of another title",
      { x: t.optional(t.struct("A", {})) },
      { x: t.optional(t.struct("B", {})) },
      false,
    ],
  ])("compares records as the backend does: %s", (_what, from, to, wanted) => {
    expect(castable(t.struct("R", from), t.struct("R", to))).toBe(wanted);
    expect(castable(t.struct("R", from), t.struct("R", from))).toBe(true);
  });

  it("takes any record where a schema is missing", () => {
    const from = transformerOf(t.struct("A", { x: t.int() })).literalType;
    const to = { ...transformerOf(t.struct("B", { y: t.int() })).literalType, metadata: undefined };
    expect([isCastable(from, to), isCastable(to, from)]).toEqual([true, true]);
  });
});

// Keywords and faults of schemas made elsewhere.
const FOREIGN = new RegExp(
  String.raw`"\$ref"|"\$schema"|"(?:const|pattern|min\w+|max\w+|exclusive\w+|multipleOf|uniqueItems|allOf|oneOf|not|dependencies)"` +
    String.raw`|"patternProperties"|"description":1|"items":\[|"type":\[|"\w+":(?:true|\{\})`,
);
