import { describe, expect, it } from "vitest";

import { Literal, LiteralMap, Scalar } from "../entries/core.js";
import { encode } from "./encode.js";

const text = (value: string): Literal =>
  Literal.create({
    value: {
      $case: "scalar",
      value: { value: { $case: "primitive", value: { value: { $case: "stringValue", value } } } },
    },
  });

function mapOf(keys: readonly string[], inner: (key: string) => Literal = text): LiteralMap {
  return { literals: new Map(keys.map((key) => [key, inner(key)])) };
}

describe("encode", () => {
  const keys = ["b", "\u{1f600}", "\uff21", "a", "10", "9", "__proto__"];

  it("gives equal bytes for equal messages, at every depth", () => {
    const mapLiteral = (order: string[]) => (): Literal =>
      Literal.create({ value: { $case: "map", value: mapOf(order) } });
    const one = mapOf(keys, mapLiteral(keys));
    const other = mapOf(keys.toReversed(), mapLiteral(keys.toSorted()));
    expect(encode(LiteralMap, one)).toEqual(encode(LiteralMap, other));
  });

  it("gives equal bytes for equal Structs", () => {
    const struct = (order: string[]): Scalar => ({
      value: {
        $case: "generic",
        value: Object.fromEntries(order.map((key) => [key, { [key]: 1, a: 2, "": 3 }])),
      },
    });
    expect(encode(Scalar, struct(keys))).toEqual(encode(Scalar, struct(keys.toReversed())));
  });

  it("writes keys by their UTF-8 bytes", () => {
    const written = LiteralMap.decode(encode(LiteralMap, mapOf(keys)));
    expect([...written.literals.keys()]).toEqual(["10", "9", "__proto__", "a", "b", "\uff21", "\u{1f600}"]);
  });

  it("leaves the message as it was", () => {
    const message = mapOf(keys);
    const { literals } = message;
    encode(LiteralMap, message);
    expect(message.literals).toBe(literals);
    expect([...literals.keys()]).toEqual(keys);
  });

  it.each([{ $case: "scaler", value: {} }, { value: {} }, "scalar"])(
    "refuses a oneof without such a case: %j",
    (value) => {
      expect(() => encode(Literal, { ...Literal.create(), value: value as never })).toThrow(
        /the oneof value has a \$case that the message does not have/,
      );
    },
  );

  it("takes a oneof without a value", () => {
    for (const value of [undefined, null])
      expect(encode(Literal, { ...Literal.create(), value: value as never })).toHaveLength(0);
  });
});
