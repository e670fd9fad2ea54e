import { t, task } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import type { TypeLike } from "@flytekit-ts/core/types";
import { interfaceDigest } from "./interface-digest.js";

const digestFor = (type: TypeLike): Promise<string> =>
  interfaceDigest(task({ name: "a", inputs: { x: type as never } }, () => {}));

describe("the digest of an interface", () => {
  it.each<[string, TypeLike, TypeLike]>([
    ["a description", t.int(), t.int().describe("how many")],
    ["a default", t.int(), t.int().default(3)],
    ["a default of a field", t.struct("P", { a: t.int() }), t.struct("P", { a: t.int().default(1) })],
    [
      "a description of a field",
      t.list(t.struct("P", { a: t.int() })),
      t.list(t.struct("P", { a: t.int().describe("d") })),
    ],
    ["the name of a record", t.struct("P", { a: t.int() }), t.struct("Q", { a: t.int() })],
    ["an annotation", t.string(), t.string().annotate({ unit: "m" })],
  ])("does not change with %s", async (_, one, other) => {
    expect(await digestFor(other)).toBe(await digestFor(one));
  });

  it.each<[string, TypeLike, TypeLike]>([
    ["another type", t.int(), t.float()],
    ["an optional", t.int(), t.optional(t.int())],
    ["another field", t.struct("P", { a: t.int() }), t.struct("P", { b: t.int() })],
    ["another type of a field", t.struct("P", { a: t.int() }), t.struct("P", { a: t.string() })],
    [
      "another field of an optional record",
      t.optional(t.struct("P", { a: t.int() })),
      t.optional(t.struct("P", { b: t.int() })),
    ],
    [
      "a field called title",
      t.optional(t.struct("P", { a: t.int() })),
      t.optional(t.struct("P", { a: t.int(), title: t.string() })),
    ],
    ["another format of files", t.file("csv"), t.file("txt")],
    ["other values of an enum", t.enum(["a", "b"]), t.enum(["a", "c"])],
  ])("changes with %s", async (_, one, other) => {
    expect(await digestFor(other)).not.toBe(await digestFor(one));
  });
});
