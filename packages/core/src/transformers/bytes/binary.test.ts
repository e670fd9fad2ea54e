import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";

import { caught, refusal, rejection } from "../../../test/support/caught.js";
import {
  fromLiteral,
  packed,
  roundTrip,
  toLiteral,
  transformerOf,
  wireOf,
} from "../../../test/support/convert.js";
import type { Literal } from "@flytekit-ts/models/core";
import { scalarLiteral } from "../../literals/literal.js";
import { t } from "../../makers/t.js";
import { objectStore } from "../../../test/support/object-store.js";

const binary = t.binary();
const { storing, load, ...transformer } = transformerOf(binary);
const ab = new Uint8Array([97, 98]);

function blob(uri: string, format = "PythonPickle", dimensionality: 0 | 1 = 0): Literal {
  return scalarLiteral({ $case: "blob", value: { metadata: { type: { format, dimensionality } }, uri } });
}

describe("binaryTransformer", () => {
  it("has the type that Python's bytes have", () => {
    expect(wireOf(binary, ab)[0]).toBe(
      "Kg4KDFB5dGhvblBpY2tsZTIoCiYKEXB5dGhvbl9jbGFzc19uYW1lEhEaDzxjbGFzcyAnYnl0ZXMnPg==",
    );
  });

  it.each([0, 2, 255, 256, 65_531, 65_536, 70_000])(
    "stores %d bytes as Python would, and reads them",
    async (size) => {
      const value = new Uint8Array(size).fill(120);
      const store = objectStore();
      const literal = transformer.toLiteral(await storing?.(value)?.(store));
      const [uri = ""] = store.objects.keys();
      expect(uri).toMatch(/\/bytes\.pkl$/);
      expect(literal).toEqual(blob(uri));
      expect(await load?.(fromLiteral(binary, literal), store)).toEqual(value);
    },
  );

  it("puts a constant into the literal", async () => {
    expect(roundTrip(binary, ab)).toEqual(ab);
    expect(roundTrip(binary, Buffer.from("ab"))).toEqual(ab);
    expect(roundTrip(binary, runInNewContext("new Uint8Array([97, 98])"))).toEqual(ab);
    expect(await load?.(roundTrip(binary, ab), objectStore())).toEqual(ab);
  });

  it("keeps the bytes themselves in a record, and writes no file for it", async () => {
    const record = t.struct("R", { data: binary, more: t.list(binary) });
    const store = objectStore();
    const { storing: storingRecord, toLiteral: write } = transformerOf(record);
    const value = { data: ab, more: [ab] };
    const literal = write((await storingRecord?.(value)?.(store)) ?? value);
    expect(store.objects.size).toBe(0);
    expect(fromLiteral(record, literal)).toEqual(value);
    expect(transformerOf(record).jsonSchema?.["properties"]).toMatchObject({
      data: { type: "string", format: "base64" },
    });
  });

  it("gives bytes that no one else can change", () => {
    const literal = packed("c4 02 6162");
    const value = fromLiteral(binary, literal) as Uint8Array;
    const again = fromLiteral(binary, literal);
    value.fill(0);
    expect(again).toEqual(ab);
    expect(Object.getPrototypeOf(value)).toBe(Uint8Array.prototype);
    expect(Object.getPrototypeOf(roundTrip(binary, ab))).toBe(Uint8Array.prototype);
  });

  it.each([
    "ab",
    [97, 98],
    new ArrayBuffer(2),
    new Uint16Array(1),
    new DataView(new ArrayBuffer(1)),
    1,
    null,
  ])("refuses %j", (value) => {
    expect(refusal(() => toLiteral(binary, value))).toMatch(/^VALUE_TYPE_MISMATCH: .*bytes \(a Uint8Array\)/);
    expect(storing?.(value)).toBeUndefined();
  });

  it("says how to make bytes of a string", () => {
    expect(caught(() => toLiteral(binary, "ab")).hint).toMatch(/TextEncoder/);
  });

  it("refuses files of another format, and directories", () => {
    expect(refusal(() => fromLiteral(binary, blob("s3://b/x", "csv")))).toMatch(/a file of another format/);
    expect(refusal(() => fromLiteral(binary, blob("s3://b/x", "PythonPickle", 1)))).toMatch(/a directory/);
    expect(refusal(() => fromLiteral(binary, toLiteral(t.int(), 1)))).toMatch(/the integer 1/);
  });

  it.each([
    ["a string", "8005 95 0600000000000000 8c 02 6162 94 2e"],
    ["a class that runs code", "8003 63 6f730a73797374656d0a 2e"],
    ["two values", "8005 43 01 61 43 01 62 2e"],
    ["no value", "8005 2e"],
    ["more behind its end", "8005 43 01 61 94 2e 00"],
    ["no end", "8005 43 01 61"],
    ["less than it says", "8005 43 05 61 2e"],
    ["a size beyond memory", "8005 8e ffffffffffffffff 61 2e"],
    ["nothing", ""],
  ])("refuses a pickle of %s", async (_, hex) => {
    const store = objectStore();
    store.objects.set("mem://x", Buffer.from(hex.replaceAll(" ", ""), "hex"));
    const error = await rejection(load?.(fromLiteral(binary, blob("mem://x")), store) ?? Promise.resolve());
    expect(error.text).toMatch(/a Python pickle of something else than bytes/);
  });

  it("reads a pickled bytearray, and pickles of older Pythons", async () => {
    const store = objectStore();
    for (const hex of ["8005950d000000000000009602000000000000006162942e", "8003430261 6271002e"]) {
      store.objects.set("mem://x", Buffer.from(hex.replaceAll(" ", ""), "hex"));
      expect(await load?.(fromLiteral(binary, blob("mem://x")), store)).toEqual(ab);
    }
  });
});
