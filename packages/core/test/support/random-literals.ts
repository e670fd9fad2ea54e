import type * as idl from "@flytekit-ts/models/core";
import fc from "fast-check";

import { msgpackLiteral, scalarLiteral } from "../../src/literals/literal.js";
import { toLiteral, transformerOf } from "./convert.js";
import { randomCases } from "./random-values.js";

type Scalar = NonNullable<idl.Scalar["value"]>;
type Primitive = NonNullable<idl.Primitive["value"]>;

const seconds = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const nanos = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
// Half of a surrogate pair is none of these: no bytes of a message say it.
const text = fc.oneof(fc.string({ unit: "binary", maxLength: 6 }), fc.constantFrom("__proto__", "NaN"));

const primitives: fc.Arbitrary<Primitive | undefined> = fc.oneof(
  seconds.map((value): Primitive => ({ $case: "integer", value })),
  fc.constantFrom(2n ** 63n, -(2n ** 63n) - 1n).map((value): Primitive => ({ $case: "integer", value })),
  fc.double().map((value): Primitive => ({ $case: "floatValue", value })),
  fc.constantFrom(2 ** 63, 1e300, NaN, -Infinity).map((value): Primitive => ({ $case: "floatValue", value })),
  text.map((value): Primitive => ({ $case: "stringValue", value })),
  fc.boolean().map((value): Primitive => ({ $case: "boolean", value })),
  fc.record({ seconds, nanos }).map((value): Primitive => ({ $case: "datetime", value })),
  fc.record({ seconds, nanos }).map((value): Primitive => ({ $case: "duration", value })),
  fc.constant(undefined),
);

const structs: fc.Arbitrary<{ [key: string]: unknown }> = fc.dictionary(
  text,
  fc.jsonValue({ maxDepth: 3 }).map((value) => value as unknown),
  { maxKeys: 4 },
);

const tags = fc.constantFrom("msgpack", "msgpack", "msgpack", "", "json", "__proto__");

const blobs: fc.Arbitrary<idl.Blob> = fc.record({
  metadata: fc.option(
    fc.record({
      type: fc.option(fc.record({ format: text, dimensionality: fc.constantFrom(0, 1, 7) }), {
        nil: undefined,
      }),
    }),
    { nil: undefined },
  ),
  uri: fc.oneof(text, fc.constantFrom("s3://b/k", "file:///x", "no such path", "http://[")),
}) as fc.Arbitrary<idl.Blob>;

/** Literal types of random types, and their bytes where they lie. */
const literalTypes: fc.Arbitrary<idl.LiteralType | undefined> = fc.option(
  randomCases.map(({ type }) => transformerOf(type).literalType),
  { nil: undefined },
);

const wellMade = randomCases.chain(({ type, value }) => value.map((each) => toLiteral(type, each)));

/** Bytes of MessagePack that are nearly right: cut off, changed or joined. */
const nearly: fc.Arbitrary<Uint8Array> = fc
  .tuple(wellMade, fc.nat(), fc.nat(255), fc.constantFrom("cut", "change", "add"))
  .map(([literal, at, byte, how]) => {
    const scalar = literal.value?.$case === "scalar" ? literal.value.value.value : undefined;
    const bytes = scalar?.$case === "binary" ? [...scalar.value.value] : [0x81, 0xa1, 0x61, 0xc0];
    const index = at % (bytes.length + 1);
    if (how === "cut") return new Uint8Array(bytes.slice(0, index));
    if (how === "add") return new Uint8Array([...bytes, byte]);
    return new Uint8Array(bytes.map((each, i) => (i === index ? byte : each)));
  });

/** Literals as any program might make them: whole, of another type, with parts that do not belong together. */
export const { any: randomLiterals } = fc.letrec<{ any: idl.Literal }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, depthSize: "medium" },
    primitives.map((value) => scalarLiteral({ $case: "primitive", value: { value } })),
    wellMade,
    nearly.map(msgpackLiteral),
    fc
      .record({ tag: tags, value: fc.uint8Array({ maxLength: 12 }) })
      .map((value) => scalarLiteral({ $case: "binary", value })),
    structs.map((value) => scalarLiteral({ $case: "generic", value })),
    blobs.map((value) => scalarLiteral({ $case: "blob", value })),
    fc.record({ failedNodeId: text, message: text }).map((value) => scalarLiteral({ $case: "error", value })),
    fc
      .record({ uri: text })
      .map(({ uri }) => scalarLiteral({ $case: "structuredDataset", value: { uri, metadata: undefined } })),
    fc.constant(scalarLiteral({ $case: "noneType", value: {} })),
    fc.constantFrom<idl.Literal>(
      ...[undefined, { $case: "scalar", value: { value: undefined } } as const].map((value) => ({
        ...scalarLiteral({ $case: "noneType", value: {} }),
        value,
      })),
    ),
    fc.tuple(fc.option(tie("any"), { nil: undefined }), literalTypes).map(([value, type]) => {
      const union: Scalar = { $case: "union", value: { value, type } };
      return scalarLiteral(union);
    }),
    fc.array(tie("any"), { maxLength: 3 }).map((literals) => ({
      ...scalarLiteral({ $case: "noneType", value: {} }),
      value: { $case: "collection" as const, value: { literals } },
    })),
    fc.array(fc.tuple(text, tie("any")), { maxLength: 3 }).map((entries) => ({
      ...scalarLiteral({ $case: "noneType", value: {} }),
      value: { $case: "map" as const, value: { literals: new Map(entries) } },
    })),
    text.map((uri) => ({
      ...scalarLiteral({ $case: "noneType", value: {} }),
      value: { $case: "offloadedMetadata" as const, value: { uri, sizeBytes: 1n, inferredType: undefined } },
    })),
  ),
}));
