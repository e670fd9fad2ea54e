import type * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";

import { t } from "../makers/t.js";
import type { TypeLike } from "../types/infer.js";
import { runtimeType } from "../types/runtime-type.js";
import { whyNotCast } from "./why-not-cast.js";

const typeOf = (type: TypeLike): idl.LiteralType => runtimeType(type, "x").transformer.literalType;
const why = (from: TypeLike, to: TypeLike): string | undefined => whyNotCast(typeOf(from), typeOf(to));

describe("whyNotCast", () => {
  it("says nothing where names tell", () => {
    expect(why(t.int(), t.float())).toBeUndefined();
    expect(why(t.list(t.int()), t.list(t.float()))).toBeUndefined();
    expect(why(t.struct("P", { x: t.int() }), t.int())).toBeUndefined();
    expect(why(t.int(), t.optional(t.string()))).toBeUndefined();
    expect(why(t.int(), t.int())).toBeUndefined();
  });

  it.each([
    [t.enum(["a", "b"]), t.enum(["b", "a"]), "the order of the values matters"],
    [t.optional(t.int()), t.int(), "may be none"],
    [t.list(t.optional(t.int())), t.list(t.int()), "may be none"],
    [t.struct("P", { x: t.int() }), t.struct("P", { x: t.int(), y: t.int() }), "field y is missing"],
    [t.map(t.struct("P", {})), t.map(t.struct("P", { y: t.int() })), "field y is missing"],
    [t.dataset({ columns: { a: t.int() } }), t.dataset({ columns: { b: t.int() } }), "column b is missing"],
    [t.dataset({ columns: { a: t.int() } }), t.dataset({ columns: { a: t.float() } }), "in column a"],
    [t.dataset({ format: "csv" }), t.dataset({ format: "parquet" }), "one is stored as csv"],
  ])("says what differs where names do not tell: %#", (from, to, text) => {
    expect(why(from, to)).toContain(text);
  });

  it("says that more than one variant fits", () => {
    const variants = [typeOf(t.enum(["a"])), typeOf(t.string())];
    const union = { ...typeOf(t.string()), type: { $case: "unionType" as const, value: { variants } } };
    expect(whyNotCast(typeOf(t.string()), union)).toContain("fits both");
  });

  it("ends with types that contain themselves", () => {
    const endless = { ...typeOf(t.list(t.int())) };
    endless.type = { $case: "collectionType", value: endless };
    expect(whyNotCast(endless, endless)).toBeUndefined();
  });
});
