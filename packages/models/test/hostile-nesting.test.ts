import { BinaryWriter } from "@bufbuild/protobuf/wire";
import { describe, expect, it } from "vitest";

import { BooleanExpression, Literal, LiteralMap, Node, Scalar, TaskTemplate } from "../src/entries/core.js";
import { ListValue, Struct, Value } from "../src/entries/google.js";
import { type Codec, encode } from "../src/entries/index.js";
import { fromJson, type JsonValue, toJson } from "../src/entries/json.js";

const FAR_TOO_DEEP = 10_000;

/** `inner`, wrapped `depth` times in the messages whose field numbers are given. */
function nested(fields: readonly number[], depth: number, inner: Uint8Array = new Uint8Array()): Uint8Array {
  const writer = new BinaryWriter();
  for (let i = 0; i < depth; i++) for (const field of fields) writer.tag(field, 2).fork();
  writer.raw(inner);
  for (let i = 0; i < depth * fields.length; i++) writer.join();
  return writer.finish();
}

function nestedLiteral(depth: number): Literal {
  let literal = Literal.create();
  for (let i = 0; i < depth; i++)
    literal = { ...Literal.create(), value: { $case: "collection", value: { literals: [literal] } } };
  return literal;
}

function nestedList(depth: number): unknown[] {
  let list: unknown[] = [];
  for (let i = 0; i < depth; i++) list = [list];
  return list;
}

function nestedObject(depth: number): Struct {
  let object: Struct = {};
  for (let i = 0; i < depth; i++) object = { a: object };
  return object;
}

describe("decoding", () => {
  const deep: readonly (readonly [string, Codec<unknown>, Uint8Array])[] = [
    ["lists of literals", Literal, nested([2, 1], FAR_TOO_DEEP)],
    ["maps of literals", LiteralMap, nested([1, 2, 3], FAR_TOO_DEEP)],
    ["lists in a Value", Value, nested([6, 1], FAR_TOO_DEEP)],
    ["lists in a ListValue", ListValue, nested([1, 6], FAR_TOO_DEEP)],
    ["objects in a Struct", Struct, nested([1, 2, 5], FAR_TOO_DEEP)],
    ["objects in a literal", Scalar, nested([7], 1, nested([1, 2, 5], FAR_TOO_DEEP))],
    ["conditionals", Node, nested([8, 1, 1, 2], FAR_TOO_DEEP)],
    ["joined conditions", BooleanExpression, nested([1, 2], FAR_TOO_DEEP)],
    ["groups", TaskTemplate, new Uint8Array(FAR_TOO_DEEP).fill((15 << 3) | 3)],
    ["groups in a Struct", Struct, new Uint8Array(FAR_TOO_DEEP).fill((15 << 3) | 3)],
  ];

  it.each(deep)("refuses 10,000 nested %s", (_, codec, bytes) => {
    expect(() => codec.decode(bytes)).toThrow(/recursion/);
  });

  it("counts messages of generated and of hand-written codecs alike, up to 100", () => {
    // TaskTemplate, then its custom Struct, then three messages for each object.
    const custom = (depth: number, inner: Uint8Array) => nested([5], 1, nested([1, 2, 5], depth, inner));
    const { custom: deepest } = TaskTemplate.decode(custom(32, nested([1], 1)));
    expect(JSON.stringify(deepest)).toBe('{"":'.repeat(33) + "null" + "}".repeat(33));
    expect(() => TaskTemplate.decode(custom(33, nested([1], 1)))).toThrow(/recursion/);
  });

  // flyteadmin takes and gives back 60 nested conditionals, and 150 comparisons that are joined one by one.
  it.each<readonly [string, Codec<unknown>, readonly number[], number]>([
    ["60 nested conditionals", Node, [8, 1, 1, 2], 60],
    ["60 nested conditionals in else arms", Node, [8, 1, 3], 60],
    ["150 joined comparisons", BooleanExpression, [1, 2], 150],
    ["60 arrays", Node, [10, 1], 60],
  ])("reads %s", (_, codec, fields, depth) => {
    expect(() => codec.decode(nested(fields, depth))).not.toThrow();
  });

  it("gives what conditionals hold its own 100 messages", () => {
    const constant = (depth: number): Uint8Array =>
      nested([8, 1, 1, 2], 60, nested([3, 2], 1, nested([2, 1], depth)));
    expect(() => Node.decode(constant(40))).not.toThrow();
    expect(() => Node.decode(constant(60))).toThrow(/recursion/);
  });
});

describe("encoding", () => {
  // Every list costs a Value and a ListValue, every object an entry, a Value and a Struct.
  it("takes as many levels of a Struct as decoding does, and no more", () => {
    const list = { a: nestedList(48) };
    expect(Struct.decode(encode(Struct, list))).toEqual(list);
    expect(() => encode(Struct, { a: nestedList(49) })).toThrow(/deeper than 100 messages at "a"/);

    const object = nestedObject(33);
    expect(Struct.decode(encode(Struct, object))).toEqual(object);
    expect(() => encode(Struct, nestedObject(34))).toThrow(/deeper than 100 messages at "a"/);
    expect(() => Struct.decode(nested([1, 2, 5], 34))).toThrow(/recursion/);
  });

  it("refuses a Struct that holds itself", () => {
    const loop: Struct = {};
    loop["self"] = { list: [loop] };
    expect(() => encode(Struct, loop)).toThrow(/or refers to itself/);
  });

  it("throws an Error for 10,000 nested literals, or writes them", () => {
    const literal = nestedLiteral(FAR_TOO_DEEP);
    expect(outcome(() => encode(Literal, literal))).toMatch(/^(written|RangeError: Maximum call stack)/);
    expect(() => encode(Scalar, { value: { $case: "generic", value: nestedObject(FAR_TOO_DEEP) } })).toThrow(
      RangeError,
    );
  });
});

describe("JSON", () => {
  it("refuses 10,000 nested lists", () => {
    const json: JsonValue = JSON.parse(`{"a":${"[".repeat(FAR_TOO_DEEP)}${"]".repeat(FAR_TOO_DEEP)}}`);
    expect(() => fromJson(Struct, json)).toThrow(/recursion/);
    expect(() => toJson(Literal, nestedLiteral(60))).toThrow(/recursion/);
  });
});

function outcome(run: () => unknown): string {
  try {
    run();
    return "written";
  } catch (error) {
    return String(error);
  }
}
