import { encode } from "@flytekit-ts/models";
import { LiteralType } from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";

import { castability } from "../src/castability/castability.js";
import { t } from "../src/makers/t.js";
import type { FlyteType } from "../src/types/infer.js";
import { transformerOf } from "./support/convert.js";

type Type = FlyteType<unknown, unknown>;
type Named = readonly [name: string, type: Type];

const point = t.struct("Point", { x: t.int(), y: t.float() });
const table = { id: t.int({ bigint: true }), when: t.datetime(), names: t.list(t.string()) };

/** A type of each kind. */
const KINDS: readonly Named[] = [
  ["int", t.int()],
  ["bigint", t.int({ bigint: true })],
  ["float", t.float()],
  ["string", t.string()],
  ["boolean", t.boolean()],
  ["datetime", t.datetime()],
  ["exact datetime", t.datetime({ exact: true })],
  ["date", t.date()],
  ["duration", t.duration()],
  ["binary", t.binary()],
  ["json", t.json()],
  ["exact json", t.json({ exact: true })],
  ["enum", t.enum(["a", "b c"])],
  ["choice of strings", t.literal(["a", "b"])],
  ["choice of ints", t.literal([1, 2])],
  ["choice of floats", t.literal([0.5, 1], { float: true })],
  ["choice of booleans", t.literal([true])],
  ["record", point],
  ["record without fields", t.struct("Nothing", {})],
  ["keyed map", t.map(t.string(), { keys: t.int() })],
  ["file", t.file()],
  ["file of a format", t.file("csv")],
  ["directory", t.directory()],
  ["directory of a format", t.directory("parquet")],
  ["dataset", t.dataset()],
  ["dataset of columns", t.dataset({ columns: table, format: "parquet" })],
  ["hashed", t.string().hashed((text) => text)],
  ["annotated", t.int().annotate({ unit: "m" })],
  ["union", t.union([t.int(), t.string(), point])],
  ["spelled optional", t.union([t.int(), t.none()])],
];

const AROUND: readonly (readonly [name: string, make: (type: Type) => Type])[] = [
  ["list", (type) => t.list(type)],
  ["map", (type) => t.map(type)],
  ["optional", (type) => t.optional(type)],
  ["union with an error", (type) => t.union([type, t.error()])],
  ["record", (type) => t.struct("Holder", { before: t.string(), it: type, after: t.int().default(1) })],
  ["record of optional", (type) => t.struct("Perhaps", { it: t.optional(type) })],
  ["record of lists", (type) => t.struct("Many", { all: t.list(type).default([]), named: t.map(type) })],
];

// What a record cannot hold is refused when the record is made.
function nested(types: readonly Named[]): readonly Named[] {
  return types.flatMap(([inner, type]) =>
    AROUND.flatMap(([outer, make]) => {
      try {
        return [[`${outer} of ${inner}`, make(type)] as const];
      } catch (error) {
        if (!/TYPE_NOT_IN_RECORD|the same for Flyte/.test(String(error))) throw error;
        return [];
      }
    }),
  );
}

const once = nested(KINDS);
const twice = nested(once);
const scalars: readonly Named[] = [
  ["none", t.none()],
  ["error", t.error()],
];

describe("the backend's compiler", () => {
  it.each([
    ["alone", [...scalars, ...KINDS]],
    ["in one container", once],
    ["in two containers", twice],
  ])("takes each of our types for itself: %s", (_where, types) => {
    const others = types.flatMap(([name, type]) => {
      const { literalType } = transformerOf(type);
      const read = LiteralType.decode(encode(LiteralType, literalType));
      const given = [castability(literalType, read), castability(read, literalType), castability(read, read)];
      return given.every((each) => each === "castable") ? [] : [`${name}: ${given.join(", ")}`];
    });
    expect(others).toEqual([]);
  });

  it("is asked of each kind, at two depths", () => {
    expect(once.length).toBeGreaterThan(180);
    expect(twice.length).toBeGreaterThan(1000);
  });
});
