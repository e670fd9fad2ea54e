import type * as idl from "@flytekit-ts/models/core";
import { Literal } from "@flytekit-ts/models/core";
import { fromJson, type JsonValue } from "@flytekit-ts/models/json";
import { describe, expect, it } from "vitest";
import { literalsText, literalText } from "./literal-text.js";

function literal(json: JsonValue): idl.Literal {
  return fromJson(Literal, json);
}

function integer(value: number): JsonValue {
  return { scalar: { primitive: { integer: String(value) } } };
}

const none = { scalar: { none_type: {} } };

function union(value: JsonValue): JsonValue {
  return { scalar: { union: { value, type: { simple: "INTEGER", structure: { tag: "int" } } } } };
}

describe("literalText", () => {
  it.each<[JsonValue, string]>([
    [integer(-3), "-3"],
    [{ scalar: { primitive: { float_value: 3 } } }, "3.0"],
    [{ scalar: { primitive: { float_value: 2.5 } } }, "2.5"],
    [{ scalar: { primitive: { string_value: "3" } } }, '"3"'],
    [{ scalar: { primitive: { boolean: false } } }, "false"],
    [{ scalar: { primitive: { duration: "1.5s" } } }, '{"primitive":{"duration":"1.500s"}}'],
    [none, "none"],
    [{ collection: { literals: [integer(1), none] } }, "[1, none]"],
    [{ collection: {} }, "[]"],
    [{ map: { literals: { b: integer(2), a: integer(1) } } }, "{a: 1, b: 2}"],
  ])("of %j is %s", (json, text) => {
    expect(literalText(literal(json))).toBe(text);
  });

  it("is that of the value in a union", () => {
    expect(literalText(literal(union(integer(1))))).toBe("1");
    expect(literalText(literal(union(none)))).toBe("none");
  });

  it("of MessagePack is that of the decoded value", () => {
    const binary = (tag: string, ...bytes: readonly number[]): string =>
      literalText({
        value: {
          $case: "scalar",
          value: { value: { $case: "binary", value: { tag, value: Uint8Array.from(bytes) } } },
        },
      } as idl.Literal);
    const [ab, ba] = [
      [0x82, 0xa1, 0x61, 1, 0xa1, 0x62, 2],
      [0x82, 0xa1, 0x62, 2, 0xa1, 0x61, 1],
    ] as const;
    expect(binary("msgpack", ...ab)).toBe(binary("msgpack", ...ba));
    expect(binary("msgpack", ...ab)).not.toBe(binary("msgpack", ...ab.slice(0, 6), 3));
    expect(binary("", ...ab)).not.toBe(binary("", ...ba));
  });

  it("does not depend on the order of variables", () => {
    const [a, b] = [literal(integer(1)), literal(integer(2))];
    expect(
      literalsText(
        new Map([
          ["b", b],
          ["a", a],
        ]),
      ),
    ).toBe(
      literalsText(
        new Map([
          ["a", a],
          ["b", b],
        ]),
      ),
    );
  });
});
