import { describe, expect, it } from "vitest";
import { t } from "../t.js";
import { SimpleType } from "../../literals/idl-enums.js";
import { msgpackLiteral, scalarLiteral } from "../../literals/literal.js";
import { resolveType } from "../../schemas/resolve-type.js";
import { decodeLiteral } from "../../types/decode-literal.js";
import type { TypeLike } from "../../types/infer.js";
import type { TypeTransformer } from "../../types/transformer.js";
import { unknownType } from "./unknown-type.js";

const transformerOf = (type: TypeLike): TypeTransformer => resolveType(type, "a test").transformer;

const blob = { type: { $case: "blob", value: { format: "PythonPickle", dimensionality: 0 } } } as const;
const struct = { type: { $case: "simple", value: SimpleType.STRUCT } } as const;

describe("a type without values here", () => {
  it("passes on what it received, and takes nothing else", () => {
    const model = transformerOf(unknownType("a model", { literalType: blob }));
    const literal = scalarLiteral({ $case: "blob", value: { metadata: undefined, uri: "s3://b/k" } });
    expect(model.toLiteral(decodeLiteral(model, literal))).toBe(literal);
    expect(() => model.toLiteral({ a: 1 })).toThrow("a model");
  });

  it("is in a record what MessagePack holds there", () => {
    const record = transformerOf(
      t.struct("Record", {
        any: unknownType("any value", { literalType: blob, jsonSchema: {} }),
        n: t.int(),
      }),
    );
    for (const any of [null, 1, "a", [1, "a", { b: [true] }], { a: null }, 2n ** 60n, new Uint8Array([1])]) {
      expect(decodeLiteral(record, record.toLiteral({ any, n: 1 }))).toEqual({ any, n: 1 });
    }
    expect(() => record.toLiteral({ any: [1, new Date(0)], n: 1 })).toThrow(".any[1]");
    expect(() => record.toLiteral({ any: undefined, n: 1 })).toThrow(".any");
  });

  it("is no field of a record without a schema", () => {
    const type = unknownType("any value", { literalType: blob });
    expect(() => t.struct("Record", { any: type })).toThrow("TYPE_NOT_IN_RECORD");
  });

  it("is JSON where Flyte has a record, and a Struct where that is a message of protobuf", () => {
    const json = transformerOf(unknownType("a record", { literalType: struct }));
    expect(json.toLiteral({ a: 1 })).toEqual(msgpackLiteral(Uint8Array.from([0x81, 0xa1, 0x61, 1])));
    const literalType = { ...struct, metadata: { pb_type: "a.B" } };
    const message = transformerOf(unknownType("a message", { literalType }));
    const literal = scalarLiteral({ $case: "generic", value: { a: 1 } });
    expect(message.toLiteral({ a: 1 })).toEqual(literal);
    expect(decodeLiteral(message, literal)).toEqual({ a: 1 });
    expect(() => message.toLiteral([1])).toThrow("a message");
    expect(() => message.toLiteral({ a: new Date(0) })).toThrow(".a");
  });

  it("has words", () => {
    expect(() => unknownType("", { literalType: blob })).toThrow("OPTION_INVALID");
  });
});
