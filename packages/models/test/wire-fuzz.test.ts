import { describe, expect, it } from "vitest";

import { LiteralMap } from "../src/entries/core.js";
import { codecOf, codecs, messageTypes, type TestCodec } from "./support/codecs.js";
import { differences } from "./support/round-trip.js";
import { withoutField } from "./support/without-field.js";

// FUZZ_CASES is per message type, FUZZ_SEED where to start. A failure names the seed of its case.
const cases = Number(process.env["FUZZ_CASES"] ?? 60);
const seed = Number(process.env["FUZZ_SEED"] ?? 1);
const timeout = 600_000;

describe("every message of the IDL, against protobuf-es", () => {
  it("has a codec in some entry", () => {
    expect(messageTypes.length).toBeGreaterThan(440);
    expect(messageTypes.map((type) => codecOf(type).$type)).toEqual(
      messageTypes.map((type) => type.typeName),
    );
  });

  it("is created by all but the hand-written codecs", () => {
    const lacking = [...codecs.values()]
      .filter((codec) => codec.create === undefined)
      .map((codec) => codec.$type);
    expect(lacking.toSorted()).toEqual([
      "google.protobuf.ListValue",
      "google.protobuf.Struct",
      "google.protobuf.Value",
    ]);
  });

  it(`keeps ${cases} random values`, { timeout }, () => {
    const found = messageTypes.flatMap((type) => differences(type, codecOf(type), seed, cases));
    expect(found).toEqual([]);
  });
});

describe("the fuzz test itself", () => {
  it("notices the loss of any one field of any message", { timeout }, () => {
    const fields = messageTypes.flatMap((type) => type.fields);
    const unnoticed = fields.filter((field) => {
      const broken = withoutField(codecOf(field.parent), field.number);
      for (let i = 0; i < 1000; i++)
        if (differences(field.parent, broken, seed + i, 1).length > 0) return false;
      return true;
    });
    expect(fields.length).toBeGreaterThan(1300);
    expect(unnoticed.map((field) => field.toString())).toEqual([]);
  });

  it("notices the loss of a key __proto__", () => {
    const type = messageTypes.find(({ typeName }) => typeName === LiteralMap.$type);
    if (type === undefined) throw new Error("no LiteralMap");
    const forgetful: TestCodec = {
      ...codecOf(type),
      decode(bytes) {
        const { literals } = LiteralMap.decode(bytes);
        literals.delete("__proto__");
        return { literals };
      },
    };
    expect(differences(type, forgetful, seed, 200)).not.toEqual([]);
  });
});
