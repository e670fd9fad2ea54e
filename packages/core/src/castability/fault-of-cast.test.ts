import { describe, expect, it } from "vitest";

import { transformerOf } from "../../test/support/convert.js";
import { list } from "../../test/support/types.js";
import { t } from "../makers/t.js";
import type { TypeLike } from "../types/infer.js";
import { faultOfCast } from "./fault-of-cast.js";

const point = t.struct("Point", { x: t.int() });
const line = t.struct("Line", { from: t.int() });
const color = t.enum(["a"]);
const fault = (from: TypeLike, to: TypeLike) =>
  faultOfCast(transformerOf(from).literalType, transformerOf(to).literalType);

describe("faultOfCast", () => {
  it.each<[string | undefined, TypeLike, TypeLike]>([
    ["int-and-float", t.int(), t.float()],
    ["int-and-float", t.float(), t.int()],
    ["int-and-float", t.list(t.map(t.int())), t.list(t.map(t.float()))],
    ["int-and-float", t.int(), t.optional(t.float())],
    ["int-and-float", t.optional(t.int()), t.optional(t.float())],
    ["convertible", t.string(), t.int()],
    ["convertible", t.datetime(), t.string()],
    ["file-format", t.list(t.file("csv")), t.list(t.file("png"))],
    [undefined, t.file(), t.string()],
    ["optional-for-required", t.optional(t.int()), t.int()],
    ["optional-for-required", t.map(t.optional(t.int())), t.map(t.int())],
    ["optional-elements", t.list(t.optional(t.int())), t.list(t.int())],
    ["list-for-single", t.list(t.int()), t.int()],
    ["list-for-single", t.list(t.list(t.int())), t.list(t.int())],
    ["single-for-list", t.int(), t.list(t.int())],
    ["enum-order", t.enum(["a", "b"]), t.enum(["b", "a"])],
    ["enum-values", t.enum(["a", "b"]), t.enum(["a", "c"])],
    ["enum-values", t.enum(["a", "b"]), t.enum(["a"])],
    ["records", point, line],
    ["record-and-map", point, t.map(t.int())],
    ["record-and-map", t.map(t.int()), point],
    ["other-variants", t.union([t.int(), t.string()]), t.int()],
    ["other-variants", t.list(t.union([t.int(), t.string()])), t.list(t.union([t.int(), t.float()]))],
    ["optional-for-required", t.optional(t.union([t.int(), t.string()])), t.union([t.int(), t.string()])],
    ["several-variants", t.struct("A", { x: t.int() }), t.union([point, t.struct("Q", { x: t.int() })])],
    ["several-variants", color, t.union([t.string(), color])],
    [undefined, t.int(), t.union([t.float(), t.string()])],
    [undefined, t.list(t.string()), t.int()],
    [undefined, t.error(), t.int()],
    [undefined, t.int(), t.int()],
  ])("finds %s", (found, from, to) => {
    expect(fault(from, to)).toBe(found);
  });

  it("looks no deeper than a stack allows", () => {
    let [from, to] = [transformerOf(t.int()).literalType, transformerOf(t.float()).literalType];
    for (let depth = 0; depth < 100_000; depth += 1) [from, to] = [list(from), list(to)];
    expect(faultOfCast(from, to)).toBeUndefined();
  });

  it("takes types that lack what they promise", () => {
    const broken = { type: { $case: "unionType", value: undefined } };
    expect(faultOfCast(broken as never, undefined)).toBeUndefined();
  });
});
