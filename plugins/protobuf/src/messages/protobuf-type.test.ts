import {
  create,
  type DescMessage,
  equals,
  fromJson,
  type JsonValue,
  type Message,
  toBinary,
} from "@bufbuild/protobuf";
import {
  ApiSchema,
  DescriptorProto_ExtensionRangeSchema,
  FileDescriptorProtoSchema,
  ListValueSchema,
  Syntax,
  StructSchema,
  TimestampSchema,
  ValueSchema,
} from "@bufbuild/protobuf/wkt";
import { t } from "@flytekit-ts/core";
import { isFlytekitError } from "@flytekit-ts/core/errors";
import { decodeLiteral } from "@flytekit-ts/core/literals";
import { checkType, resolveType, type TypeTransformer } from "@flytekit-ts/core/types";
import { encode } from "@flytekit-ts/models";
import { type Literal, Literal as LiteralCodec, LiteralType } from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { registry, schemaOf } from "../../test/support/sample-schema.js";
import { protobufType } from "./protobuf-type.js";

const Sample = schemaOf("acme.Sample");
const sample = protobufType(Sample, { registry });
const transformerOf = (schema: DescMessage): TypeTransformer =>
  resolveType(protobufType(schema, { registry }), "x").transformer;
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

function wireOf(schema: DescMessage, value: Message): readonly string[] {
  const { literalType, toLiteral } = transformerOf(schema);
  return [base64(encode(LiteralType, literalType)), base64(encode(LiteralCodec, toLiteral(value)))];
}

const generic = (json: object): Literal => ({
  value: { $case: "scalar", value: { value: { $case: "generic", value: { ...json } } } },
  hash: "",
  metadata: new Map(),
});

function refusal(act: () => unknown): string {
  try {
    return `given: ${String(act())}`;
  } catch (error) {
    return isFlytekitError(error) ? `${error.code}: ${error.text} ${error.hint}` : `other: ${String(error)}`;
  }
}

const api = create(ApiSchema, {
  name: "n",
  syntax: Syntax.PROTO3,
  methods: [{ name: "m", requestStreaming: true }],
});
const full = fromJson(
  Sample,
  {
    someInt: -3,
    big: "9007199254740993",
    ratio: 1.1,
    exact: "NaN",
    text: "é",
    data: "AAE=",
    flag: true,
    color: "BLUE",
    ratios: [0.1, "Infinity", 16777216, 3919770.25, -47215.5625, 47215.5703125],
    child: { ratio: 3.3 },
    children: [{}, { text: "x" }],
    byName: { a: 2.2 },
    at: "1970-01-01T00:00:01.500Z",
    free: { a: [1, null, { b: "c" }] },
    value: "v",
    any: { "@type": "type.googleapis.com/acme.Sample", ratio: 1.1 },
    wrapped: 1.1,
  },
  { registry },
);

// What flytekit 1.16 writes.
const EXPECTED = {
  api: [
    "CAkyKgooCgdwYl90eXBlEh0aG2dvb2dsZS5wcm90b2J1Zi5hcGlfcGIyLkFwaQ==",
    "CmI6YAo2CgdtZXRob2RzEisyKQonKiUKCwoEbmFtZRIDGgFtChYKEHJlcXVlc3RTdHJlYW1pbmcSAiABCgsKBG5hbWUSAxoBbgoZCgZzeW50YXgSDxoNU1lOVEFYX1BST1RPMw==",
  ],
  struct: [
    "CAkyMAouCgdwYl90eXBlEiMaIWdvb2dsZS5wcm90b2J1Zi5zdHJ1Y3RfcGIyLlN0cnVjdA==",
    "CkU6QwoOCgFhEgkRAAAAAAAA8D8KKAoBYhIjMiEKCREAAAAAAADwPwoCCAAKAxoBeAoLKgkKBwoBYxICIAEKBwoBZBICKgA=",
  ],
  list: [
    "CAkyMwoxCgdwYl90eXBlEiYaJGdvb2dsZS5wcm90b2J1Zi5zdHJ1Y3RfcGIyLkxpc3RWYWx1ZQ==",
    "El4KDQoLCgkRAAAAAAAA8D8KBwoFCgMaAXgKBAoCKgAKBgoECgIgAQoUChI6EAoOCgFhEgkRAAAAAAAA8D8KIBIeCg0KCwoJEQAAAAAAAPA/Cg0KCwoJEQAAAAAAAABA",
  ],
};

describe("protobufType", () => {
  it("writes what flytekit writes", () => {
    expect(wireOf(ApiSchema, api)).toEqual(EXPECTED.api);
    expect(wireOf(ApiSchema, create(ApiSchema))[1]).toBe("CgI6AA==");
    expect(
      wireOf(StructSchema, fromJson(StructSchema, { a: 1, b: [1, null, "x", { c: true }], d: {} })),
    ).toEqual(EXPECTED.struct);
    expect(
      wireOf(ListValueSchema, fromJson(ListValueSchema, [1, "x", null, true, { a: 1 }, [1, 2]])),
    ).toEqual(EXPECTED.list);
  });

  it("names the class as Python does", () => {
    const nameOf = (schema: DescMessage, module?: string): unknown =>
      resolveType(protobufType(schema, module === undefined ? {} : { module }), "x").transformer.literalType
        .metadata;
    expect(nameOf(Sample)).toEqual({ pb_type: "acme.sample_types_pb2.Sample" });
    expect(nameOf(schemaOf("acme.Sample.Inner"))).toEqual({ pb_type: "acme.sample_types_pb2.Inner" });
    expect(nameOf(DescriptorProto_ExtensionRangeSchema)).toEqual({
      pb_type: "google.protobuf.descriptor_pb2.ExtensionRange",
    });
    expect(nameOf(Sample, "house.protos_pb2")).toEqual({ pb_type: "house.protos_pb2.Sample" });
  });

  it("writes floats in the digits that Python writes", () => {
    const { toLiteral } = transformerOf(Sample);
    const literal = toLiteral(full).value as { value: { value: { value: JsonValue } } };
    expect(literal.value.value.value).toMatchObject({
      ratio: 1.1,
      exact: "NaN",
      ratios: [0.1, "Infinity", 16_777_216, 3_919_770.2, -47_215.562, 47_215.57],
      child: { ratio: 3.3 },
      byName: { a: 2.2 },
      wrapped: 1.1,
      any: { "@type": "type.googleapis.com/acme.Sample", ratio: 1.1 },
      big: "9007199254740993",
    });
  });

  it.each([
    ["a message with every kind of field", Sample, [full, create(Sample)]],
    ["a well-known message", ApiSchema, [api]],
    [
      "a message of proto2",
      FileDescriptorProtoSchema,
      [create(FileDescriptorProtoSchema, { name: "x", messageType: [{ name: "M" }] })],
    ],
    [
      "Struct",
      StructSchema,
      [fromJson(StructSchema, { a: [1.5, null, "x", { c: true }] }), create(StructSchema)],
    ],
    [
      "ListValue",
      ListValueSchema,
      [fromJson(ListValueSchema, [1.5, "x", null, true, { a: 1 }, [[]]]), create(ListValueSchema)],
    ],
    ["Value, if it is an object", ValueSchema, [fromJson(ValueSchema, { a: 1 })]],
  ] as const)("keeps its promises: %s", async (_, schema: DescMessage, samples: readonly Message[]) => {
    // Not with `equals`, for which NaN is not NaN.
    const equal = (one: Message, other: Message): boolean =>
      Buffer.compare(toBinary(schema, one), toBinary(schema, other)) === 0;
    await checkType(protobufType(schema, { registry }), samples, { equal });
  });

  it("refuses other values, and messages that their schema does not allow", () => {
    const { toLiteral } = transformerOf(Sample);
    expect(refusal(() => toLiteral({ text: "x" }))).toMatch(
      /^VALUE_TYPE_MISMATCH: .* should be message acme.Sample, but was an object/,
    );
    expect(refusal(() => toLiteral(api))).toMatch(/should be message acme.Sample/);
    const wrong = Object.assign(create(Sample), { someInt: "hunter2" });
    expect(refusal(() => toLiteral(wrong))).toMatch(
      /^VALUE_TYPE_MISMATCH: The value should be message acme.Sample, but was a message that its schema does not allow \(field acme.Sample.some_int\)/,
    );
    expect(refusal(() => toLiteral(wrong))).not.toMatch(/hunter2/);
    expect(refusal(() => transformerOf(ValueSchema).toLiteral(fromJson(ValueSchema, 3)))).toMatch(
      /a message that is the number 3 in JSON/,
    );
    expect(refusal(() => toLiteral(Object.assign(create(Sample), { text: "\ud800" })))).toMatch(
      /half a surrogate pair/,
    );
    let deep = create(Sample);
    for (let i = 0; i < 100; i += 1) deep = Object.assign(create(Sample), { child: deep });
    expect(refusal(() => toLiteral(deep))).toMatch(/nested too deep/);
    expect(refusal(() => toLiteral(Object.assign(deep, { child: deep })))).toMatch(/^VALUE_TYPE_MISMATCH/);
  });

  it("refuses JSON of another message, with the field", () => {
    const read = (json: object): string => refusal(() => decodeLiteral(transformerOf(Sample), generic(json)));
    expect(read({ someInt: "hunter2" })).toMatch(
      /^VALUE_TYPE_MISMATCH: The value should be .* but was JSON that is no such message \(field acme.Sample.some_int\)/,
    );
    expect(read({ someInt: "hunter2", unknown: 1 })).not.toMatch(/hunter2/);
    expect(read({ unknown: 1 })).toMatch(/but was JSON that is no such message/);
    expect(read({ someInt: 1.5 })).toMatch(/\(field acme.Sample.some_int\)/);
    expect(
      equals(
        Sample,
        decodeLiteral(transformerOf(Sample), generic({ someInt: 3, big: "4" })) as Message,
        fromJson(Sample, { someInt: 3, big: "4" }),
      ),
    ).toBe(true);
  });

  it("is no part of a record, as in flytekit", () => {
    expect(refusal(() => t.struct("R", { sample }))).toMatch(/^TYPE_NOT_IN_RECORD: .* message acme.Sample/);
  });

  it("refuses what is no schema, and messages that are scalars in JSON", () => {
    const wrong = (schema: unknown, options?: unknown): string =>
      refusal(() => protobufType(schema as never, options as never));
    expect(wrong(api)).toMatch(/^OPTION_INVALID: .*`schema` of protobufType takes the schema of a message/);
    expect(wrong(undefined)).toMatch(/protoc-gen-es/);
    expect(wrong(TimestampSchema)).toMatch(
      /but was given google.protobuf.Timestamp\. Declare it as `t.datetime\(\)`/,
    );
    expect(wrong(Sample, { module: "a/b" })).toMatch(
      /`module` of protobufType takes the name of a Python module/,
    );
    expect(wrong(Sample, { modul: "a" })).toMatch(/^OPTION_UNKNOWN/);
  });
});
