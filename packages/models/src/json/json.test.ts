import { describe, expect, it } from "vitest";

import { Identifier, Literal, LiteralMap, Primitive, ResourceType, TaskMetadata } from "../entries/core.js";
import { Any, DoubleValue, Duration, Struct, Timestamp } from "../entries/google.js";
import { encode } from "../entries/index.js";
import { fromJson, type JsonValue, toJson } from "../entries/json.js";
import type { Codec } from "../codec/codec.js";

interface Pair<T = never> {
  readonly codec: Codec<T>;
  readonly message: T;
  readonly json: JsonValue;
}

// Keeps each message tied to its codec inside a list of pairs.
function pair<T>(codec: Codec<T>, message: T, json: JsonValue): Pair {
  return { codec: codec as Codec<never>, message: message as never, json };
}

const primitive = (value: Primitive["value"]): Primitive => ({ value });

const pairs: readonly Pair[] = [
  pair(Primitive, primitive({ $case: "integer", value: 2n ** 63n - 1n }), { integer: "9223372036854775807" }),
  pair(Primitive, primitive({ $case: "integer", value: -(2n ** 63n) }), { integer: "-9223372036854775808" }),
  pair(Primitive, primitive({ $case: "integer", value: 2n ** 53n + 1n }), { integer: "9007199254740993" }),
  pair(Primitive, primitive({ $case: "floatValue", value: NaN }), { floatValue: "NaN" }),
  pair(Primitive, primitive({ $case: "floatValue", value: -Infinity }), { floatValue: "-Infinity" }),
  pair(Primitive, primitive({ $case: "stringValue", value: "" }), { stringValue: "" }),
  pair(Timestamp, { seconds: 253_402_300_799n, nanos: 999_999_999 }, "9999-12-31T23:59:59.999999999Z"),
  pair(Timestamp, { seconds: -1n, nanos: 1 }, "1969-12-31T23:59:59.000000001Z"),
  pair(Timestamp, { seconds: 0n, nanos: 1_000_000 }, "1970-01-01T00:00:00.001Z"),
  pair(Duration, { seconds: 1n, nanos: 500_000_000 }, "1.500s"),
  pair(Duration, { seconds: 0n, nanos: -1 }, "-0.000000001s"),
  pair(Duration, { seconds: 0n, nanos: 0 }, "0s"),
  pair(DoubleValue, { value: 1.5 }, 1.5),
  pair(Struct, { b: [null, { c: "d" }], a: 1 }, { a: 1, b: [null, { c: "d" }] }),
  pair(Identifier, Identifier.create({ resourceType: ResourceType.TASK, name: "a" }), {
    resourceType: "TASK",
    name: "a",
  }),
  pair(Literal, Literal.create(), {}),
];

describe("toJson and fromJson", () => {
  it.each(pairs)("$codec.$type as $json", ({ codec, message, json }) => {
    expect(toJson(codec, message)).toEqual(json);
    expect(fromJson(codec, json)).toEqual(message);
  });

  it("spell field names in either way, and read both", () => {
    const message = TaskMetadata.create({ discoveryVersion: "1", cacheSerializable: true });
    const camel = toJson(TaskMetadata, message);
    const proto = toJson(TaskMetadata, message, { useProtoFieldName: true });
    expect(camel).toEqual({ discoveryVersion: "1", cacheSerializable: true });
    expect(proto).toEqual({ discovery_version: "1", cache_serializable: true });
    expect(fromJson(TaskMetadata, proto)).toEqual(fromJson(TaskMetadata, camel));
  });

  it("keep an enum number that the IDL has no name for", () => {
    const message = Identifier.decode(new Uint8Array([8, 77]));
    expect(toJson(Identifier, message)).toEqual({ resourceType: 77 });
    expect(fromJson(Identifier, { resourceType: 77 })).toEqual(message);
  });

  it("write map entries by ascending key", () => {
    const literals = new Map(["b", "__proto__", "a"].map((key) => [key, Literal.create()]));
    const json = toJson(LiteralMap, { literals });
    expect(JSON.stringify(json)).toBe('{"literals":{"__proto__":{},"a":{},"b":{}}}');
    expect(fromJson(LiteralMap, json)).toEqual({ literals });
  });

  it("open an Any whose message is in the IDL", () => {
    const value = encode(Identifier, Identifier.create({ name: "a" }));
    const any: Any = { typeUrl: "type.googleapis.com/flyteidl.core.Identifier", value };
    const json = { "@type": any.typeUrl, name: "a" };
    expect(toJson(Any, any)).toEqual(json);
    expect(fromJson(Any, json)).toEqual(any);
    expect(() => toJson(Any, { ...any, typeUrl: "type.googleapis.com/other.Message" })).toThrow(
      /other\.Message/,
    );
  });
});

describe("toJson", () => {
  it("refuses what JSON cannot hold", () => {
    expect(() => toJson(Timestamp, { seconds: 253_402_300_800n, nanos: 0 })).toThrow(/Timestamp/);
    expect(() => toJson(Struct, { a: NaN })).toThrow(/Value/);
  });

  it("refuses a codec of a message that is not in the IDL", () => {
    expect(() => toJson({ ...Literal, $type: "flyteidl.core.Nothing" }, Literal.create())).toThrow(
      'the Flyte IDL has no message "flyteidl.core.Nothing"',
    );
  });
});

describe("fromJson", () => {
  it("refuses an unknown field, or passes over it when asked", () => {
    expect(() => fromJson(Identifier, { nom: "a" })).toThrow(/nom/);
    expect(fromJson(Identifier, { nom: "a", name: "b" }, { ignoreUnknownFields: true }).name).toBe("b");
  });

  it.each<[string, Codec<unknown>, JsonValue]>([
    ["an int64 out of range", Primitive, { integer: "9223372036854775808" }],
    ["a fraction for an int64", Primitive, { integer: 1.5 }],
    ["text that is no timestamp", Timestamp, "yesterday"],
    ["two members of a oneof", Primitive, { integer: "1", stringValue: "a" }],
    ["an unknown enum name", Identifier, { resourceType: "TASKS" }],
    ["a list for a message", Literal, []],
  ])("refuses %s", (_, codec, json) => {
    expect(() => fromJson(codec, json)).toThrow(Error);
  });

  it.each<[string, unknown, string]>([
    ["a Map", new Map([["name", "a"]]), "not JSON: an object of class Map"],
    ["a Date", new Date(), "not JSON: an object of class Date"],
    ["a Map inside", { literals: new Map() }, "not JSON at /literals: an object of class Map"],
    ["bytes in a list", [new Uint8Array(1)], "not JSON at /0: an object of class Uint8Array"],
  ])("refuses %s, which it would read as nothing", (_, json, text) => {
    expect(() => fromJson(LiteralMap, json as JsonValue)).toThrow(text);
  });
});
