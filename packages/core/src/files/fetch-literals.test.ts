import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";

import { rejection } from "../../test/support/caught.js";
import { inUnion, toLiteral } from "../../test/support/convert.js";
import { memoryStorage } from "../../test/support/memory-storage.js";
import { literalOf } from "../literals/literal.js";
import { t } from "../makers/t.js";
import { fetchLiterals } from "./fetch-literals.js";
import { localStore } from "./local-store.js";

const offloaded = (uri: string, size = 0): idl.Literal =>
  literalOf({ $case: "offloadedMetadata", value: { uri, sizeBytes: BigInt(size), inferredType: undefined } });
const listOf = (...literals: idl.Literal[]): idl.Literal =>
  literalOf({ $case: "collection", value: { literals } });
const mapOf = (entries: Record<string, idl.Literal>): idl.Literal =>
  literalOf({ $case: "map", value: { literals: new Map(Object.entries(entries)) } });

const storage = memoryStorage();
const put = (uri: string, literal: idl.Literal): number => {
  const bytes = idl.Literal.encode(literal).finish();
  storage.objects.set(uri, bytes);
  return bytes.length;
};
const five = toLiteral(t.int(), 5);
const size = put("mem://b/five", five);
const store = localStore({ storages: [storage] });
const fetched = async (literal: idl.Literal): Promise<idl.Literal | undefined> =>
  (await fetchLiterals(new Map([["x", literal]]), store)).get("x");

describe("fetchLiterals", () => {
  it("gives back the very literals where nothing is stored separately, at once", () => {
    const literals = new Map([["x", listOf(five, mapOf({ a: five }))]]);
    expect(fetchLiterals(literals, store)).toBe(literals);
  });

  it("fetches at any depth: in lists, maps, unions, and in what was fetched", async () => {
    const one = offloaded("mem://b/five", size);
    expect(await fetched(one)).toEqual(five);
    expect(await fetched(offloaded("mem://b/five"))).toEqual(five);
    expect(await fetched(listOf(five, one, mapOf({ a: one })))).toEqual(
      listOf(five, five, mapOf({ a: five })),
    );
    expect(await fetched(inUnion(listOf(one)))).toEqual(inUnion(listOf(five)));
    put("mem://b/list", listOf(one, one));
    expect(await fetched(offloaded("mem://b/list"))).toEqual(listOf(five, five));
  });

  it("keeps the hash and metadata", async () => {
    const literal = { ...offloaded("mem://b/five"), hash: "h", metadata: new Map([["a", "b"]]) };
    expect(await fetched(literal)).toEqual({ ...five, hash: "h", metadata: new Map([["a", "b"]]) });
    put("mem://b/hashed", { ...five, hash: "inside" });
    expect((await fetched(offloaded("mem://b/hashed")))?.hash).toBe("inside");
  });

  it.each([
    [listOf(five, offloaded("")), 'x[1] is stored separately, at "", and its URI is missing.'],
    [
      mapOf({ "a b": offloaded("mem://b/absent") }),
      'x["a b"] is stored separately, at mem://b/absent, and nothing is there.',
    ],
    [
      offloaded("mem://b/five", size + 1),
      `x is stored separately, at mem://b/five, and it has only ${size} of the ${size + 1} bytes that were written.`,
    ],
    [
      offloaded("mem://b/five", size - 1),
      `x is stored separately, at mem://b/five, and it is longer than the ${size - 1} bytes that were written.`,
    ],
    [
      offloaded("s3://b/x?key=secret"),
      "x is stored separately, at s3://b/x, and it could not be read: No storage was given for s3:// (s3://b/x); there is one for mem://, file://, http://, https://.",
    ],
  ])("refuses %#", async (literal, text) => {
    expect(await rejection(fetched(literal))).toMatchObject({ code: "LITERAL_NOT_FETCHED", text });
  });

  it("refuses what is no literal, and what contains itself", async () => {
    storage.objects.set("mem://b/odd", Uint8Array.of(10, 200));
    expect((await rejection(fetched(offloaded("mem://b/odd")))).text).toContain(
      "what is there is not a literal.",
    );
    put("mem://b/circle", listOf(offloaded("mem://b/circle")));
    expect((await rejection(fetched(offloaded("mem://b/circle")))).text).toBe(
      "x[0] is stored separately, at mem://b/circle, and it contains itself.",
    );
  });
});
