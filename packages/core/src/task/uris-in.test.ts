import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { localStore } from "../files/local-store.js";
import type { TypeLike } from "../types/infer.js";
import { runtimeType } from "../types/runtime-type.js";
import { t } from "../makers/t.js";
import { storeLiterals } from "./stored-literals.js";
import { urisIn } from "./uris-in.js";

describe("the URIs in a literal", () => {
  let one = "";
  let two = "";
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "uris-"));
    [one, two] = [join(folder, "one.txt"), join(folder, "two.txt")];
    await writeFile(one, "1");
    await writeFile(two, "2");
  });
  const record = t.struct("Doc", { name: t.string(), file: t.file(), more: t.list(t.file()) });
  const uris = async (type: TypeLike, value: unknown): Promise<readonly string[]> => {
    const runtime = runtimeType(type, "x");
    const store = { ...localStore(), claim: async () => {} };
    const literals = await storeLiterals(new Map([["x", runtime]]), { x: value }, store);
    const literal = literals.get("x");
    return literal === undefined ? [] : urisIn(runtime, literal);
  };

  it("are those of files, in lists, maps, unions and records, in the order of the value", async () => {
    expect(await uris(t.file(), one)).toEqual([one]);
    expect(await uris(t.list(t.file()), [two, one])).toEqual([two, one]);
    expect(await uris(t.map(t.file()), { b: one, a: two })).toEqual([two, one]);
    expect(await uris(t.optional(t.file()), one)).toEqual([one]);
    expect(await uris(record, { name: "n", file: one, more: [two] })).toEqual([one, two]);
    expect(await uris(t.list(record), [{ name: "n", file: two, more: [] }])).toEqual([two]);
    expect(await uris(t.optional(record), { name: "n", file: one, more: [] })).toEqual([one]);
  });

  it("are none for values that are whole, and for none", async () => {
    expect(await uris(t.struct("P", { uri: t.string() }), { uri: "/x" })).toEqual([]);
    expect(await uris(t.optional(t.file()), undefined)).toEqual([]);
    expect(await uris(t.int(), 1)).toEqual([]);
  });
});
