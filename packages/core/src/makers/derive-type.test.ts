import { SimpleType } from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import { objectStore } from "../../test/support/object-store.js";
import { countingStore, storedText } from "../../test/support/stored-text.js";
import { MsgpackReader } from "../literals/msgpack-reader.js";
import { MsgpackWriter } from "../literals/msgpack-writer.js";
import { t } from "./t.js";
import { decodeLiteral } from "../types/decode-literal.js";
import { checkType } from "./check/check-type.js";
import { deriveType } from "./derive-type.js";
import { runtimeType } from "../types/runtime-type.js";

interface Money {
  readonly cents: number;
}

const money = deriveType("Money", t.int(), {
  encode: ({ cents }: Money) => cents,
  decode: (cents): Money => ({ cents }),
});
const point = deriveType("Point", t.list(t.float()), {
  encode: ({ x, y }: { x: number; y: number }) => [x, y],
  decode: ([x = 0, y = 0]) => ({ x, y }),
});
const code = deriveType("Code", t.string(), {
  encode: String,
  decode(text): string {
    if (text !== text.toUpperCase()) throw new RangeError("lower case");
    return text;
  },
});

const transformerOf = (type: typeof money | typeof point | typeof code) => runtimeType(type, "x").transformer;

describe("deriveType", () => {
  it("refuses functions that convert later, and handles their promises", async () => {
    const late = async (): Promise<never> => Promise.reject(new Error("late"));
    const encoding = deriveType("Late", t.int(), { encode: late as never, decode: Number });
    const decoding = deriveType("Late", t.int(), { encode: Number, decode: late });
    const { toLiteral } = runtimeType(encoding, "x").transformer;
    expect(refusal(() => toLiteral(1))).toBe(
      "OPTION_INVALID: The option `encode` of type Late takes a function that converts at once, but was given one " +
        "that returned a JavaScript promise.",
    );
    const transformer = runtimeType(decoding, "x").transformer;
    const literal = transformer.toLiteral(1);
    expect(refusal(() => decodeLiteral(transformer, literal))).toMatch(
      /^OPTION_INVALID: The option `decode`/,
    );
    await expect(checkType(encoding, [1 as never])).rejects.toThrow(/that converts at once/);
    // An unhandled rejection would end the process in the next round of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
  });

  it("refuses options that it does not have, and says of each what it takes", () => {
    const both = { encode: Number, decode: Number };
    expect(refusal(() => deriveType("M", t.int(), { ...both, tohtml: String } as never))).toBe(
      "OPTION_UNKNOWN: There is no option `tohtml` for type M.",
    );
    expect(caught(() => deriveType("M", t.int(), { ...both, toHtml: 5 as never })).hint).toBe(
      "Give a function from a value to HTML, or leave `toHtml` out.",
    );
  });

  it("is its base type in messages", () => {
    expect(transformerOf(money)).toMatchObject({
      tag: "int",
      words: "Money",
      literalType: { type: { $case: "simple", value: SimpleType.INTEGER } },
      jsonSchema: { type: "integer" },
    });
    expect(transformerOf(point).members).toBeUndefined();
  });

  it("sends and receives values as literals, and inside records", () => {
    for (const [type, value] of [
      [money, { cents: 250 }],
      [point, { x: 1, y: -0.5 }],
    ] as const) {
      const transformer = transformerOf(type);
      expect(decodeLiteral(transformer, transformer.toLiteral(value))).toEqual(value);
      const writer = new MsgpackWriter();
      transformer.write(value, writer);
      expect(transformer.read(new MsgpackReader(writer.finish()))).toEqual(value);
    }
  });

  it("has defaults, also in the schema of a record", () => {
    const bill = t.struct("Bill", { tip: money.default({ cents: 50 }) });
    const { transformer } = runtimeType(bill, "x");
    expect(transformer.literalType.metadata).toMatchObject({ properties: { tip: { default: 50 } } });
    expect(decodeLiteral(transformer, transformer.toLiteral({}))).toEqual({ tip: { cents: 50 } });
  });

  it("refuses values that are not of it, by its own name", () => {
    const { toLiteral, write } = transformerOf(money);
    expect(refusal(() => toLiteral({ dollars: 2 }))).toBe(
      "VALUE_TYPE_MISMATCH: The value should be Money, but was an object.",
    );
    expect(refusal(() => toLiteral(undefined))).toBe(
      "VALUE_TYPE_MISMATCH: The value should be Money, but was nothing.",
    );
    expect(refusal(() => write({ cents: 0.5 }, new MsgpackWriter()))).toBe(
      "VALUE_TYPE_MISMATCH: The value should be Money, but was an object.",
    );
    expect(refusal(() => decodeLiteral(transformerOf(money), transformerOf(code).toLiteral("A")))).toBe(
      "VALUE_TYPE_MISMATCH: The value should be Money, but was a string literal.",
    );
  });

  it("keeps what its functions threw, and the place inside a value", () => {
    const lower = runtimeType(t.string(), "x").transformer.toLiteral("eur");
    const error = caught(() => decodeLiteral(transformerOf(code), lower));
    expect(error).toMatchObject({ code: "VALUE_TYPE_MISMATCH", cause: { message: "lower case" } });
    expect(error).toMatchObject({ hint: expect.stringContaining("`encode` and `decode`") as unknown });
    expect(refusal(() => transformerOf(point).toLiteral({ x: 1, y: "2" }))).toBe(
      "VALUE_TYPE_MISMATCH: [1] should be float, but was a string.",
    );
    const inRecord = runtimeType(t.struct("Sale", { code }), "x").transformer;
    const plain = runtimeType(t.struct("Sale", { code: t.string() }), "x").transformer;
    expect(caught(() => decodeLiteral(inRecord, plain.toLiteral({ code: "eur" })))).toMatchObject({
      params: { path: ".code", wanted: "Code" },
      cause: { message: "lower case" },
    });
  });

  const functions = { encode: String, decode: String };
  it.each<[unknown, unknown, unknown, string]>([
    [
      "",
      t.int(),
      functions,
      'OPTION_INVALID: The option `name` of deriveType takes a name, but was given "".',
    ],
    [
      "M",
      {},
      functions,
      "TYPE_UNKNOWN: A Flyte type is needed for the base of type M, but an object was given.",
    ],
    [
      "M",
      t.optional(t.int()),
      functions,
      "OPTION_INVALID: The option `base` of type M takes a type whose values are all of one type, but was given optional integer.",
    ],
    [
      "M",
      t.int(),
      undefined,
      "OPTION_INVALID: The option `encode` of type M takes a function, but was given nothing.",
    ],
    [
      "M",
      t.int(),
      { encode: String },
      "OPTION_INVALID: The option `decode` of type M takes a function, but was given nothing.",
    ],
  ])("is refused at its author's line: %s", (name, base, derivation, text) => {
    const act = () => deriveType(name as never, base as never, derivation as never);
    expect(refusal(act)).toBe(text);
    expect(caught(act)).toMatchObject({
      location: { file: expect.stringMatching(/derive-type\.test\.ts$/) as unknown },
    });
  });

  it("derives from what is stored: its functions see what is loaded", async () => {
    const note = deriveType("Note", storedText(), {
      encode: ({ note }: { note: string }): unknown => ({ text: note }),
      decode: (value: unknown): { note: string } => ({ note: (value as { loadedBy: string }).loadedBy }),
    });
    const { transformer } = runtimeType(t.list(t.struct("R", { n: note })), "x");
    const value = [{ n: { note: "a" } }];
    const stored = await transformer.storing?.(value)?.(countingStore());
    const read = decodeLiteral(transformer, transformer.toLiteral(stored));
    expect(await transformer.load?.(read, countingStore())).toEqual([{ n: { note: "/tmp/x" } }]);
    const alone = runtimeType(note, "x").transformer;
    const literal = alone.toLiteral(await alone.storing?.({ note: "b" })?.(countingStore()));
    expect(await alone.load?.(decodeLiteral(alone, literal), countingStore())).toEqual({ note: "/tmp/x" });
    // Not loaded yet, and given again.
    expect(alone.toLiteral(decodeLiteral(alone, literal))).toEqual(literal);
    expect(alone.storing?.(decodeLiteral(alone, literal))).toBeUndefined();
    expect(alone.storing?.(null)).toBeUndefined();
    expect(refusal(() => alone.toLiteral(null))).toMatch(/^VALUE_TYPE_MISMATCH: The value should be Note/);
  });

  it("derives from bytes", async () => {
    const text = deriveType("Text", t.binary(), {
      encode: (value: string) => new TextEncoder().encode(value),
      decode: (bytes) => new TextDecoder().decode(bytes),
    });
    const { transformer } = runtimeType(text, "x");
    const store = objectStore();
    const literal = transformer.toLiteral(await transformer.storing?.("é")?.(store));
    expect(await transformer.load?.(decodeLiteral(transformer, literal), store)).toBe("é");
    const record = runtimeType(t.struct("R", { x: text }), "x").transformer;
    expect(await record.load?.(decodeLiteral(record, record.toLiteral({ x: "é" })), store)).toEqual({
      x: "é",
    });
  });
});
