import type * as idl from "@flytekit-ts/models/core";
import {
  emptyLiteral,
  literalOf,
  msgpackLiteral,
  noneLiteral,
  scalarLiteral,
} from "../../literals/literal.js";
import { packJson } from "../../literals/pack-json.js";

/** Literals of other types, in words. A type refuses them, or converts what it can. */
export function foreignLiterals(own: idl.LiteralType): ReadonlyMap<string, idl.Literal> {
  const primitive = (value: NonNullable<idl.Primitive["value"]>): idl.Literal =>
    scalarLiteral({ $case: "primitive", value: { value } });
  const int = primitive({ $case: "integer", value: 2n ** 63n - 1n });
  const blob = { metadata: { type: { format: "x", dimensionality: 1 as const } }, uri: "x://y" };
  return new Map<string, idl.Literal>([
    ["an integer", int],
    ["a float", primitive({ $case: "floatValue", value: Number.NaN })],
    ["a string", primitive({ $case: "stringValue", value: "\u0000" })],
    ["a boolean", primitive({ $case: "boolean", value: true })],
    ["a datetime", primitive({ $case: "datetime", value: { seconds: -1n, nanos: 1 } })],
    ["a duration", primitive({ $case: "duration", value: { seconds: -1n, nanos: -1 } })],
    ["none", noneLiteral()],
    ["an empty literal", emptyLiteral()],
    ["an empty primitive", scalarLiteral({ $case: "primitive", value: { value: undefined } })],
    ["a list", literalOf({ $case: "collection", value: { literals: [int, noneLiteral()] } })],
    ["an empty list", literalOf({ $case: "collection", value: { literals: [] } })],
    ["a map", literalOf({ $case: "map", value: { literals: new Map([["__proto__", int]]) } })],
    ["a file", scalarLiteral({ $case: "blob", value: blob })],
    [
      "a dataset",
      scalarLiteral({ $case: "structuredDataset", value: { uri: "x://y", metadata: undefined } }),
    ],
    ["a schema", scalarLiteral({ $case: "schema", value: { uri: "x://y", type: undefined } })],
    ["an error", scalarLiteral({ $case: "error", value: { failedNodeId: "n0", message: "m" } })],
    [
      "bytes with an unknown tag",
      scalarLiteral({ $case: "binary", value: { value: new Uint8Array(1), tag: "x" } }),
    ],
    ["a Struct", scalarLiteral({ $case: "generic", value: { a: [1, null, { b: "c" }] } })],
    ["an empty Struct", scalarLiteral({ $case: "generic", value: {} })],
    ...[1, 1.5, "x", true, null, [], [1], {}, { a: 1 }].map((value): [string, idl.Literal] => [
      `the MessagePack of ${JSON.stringify(value)}`,
      msgpackLiteral(packJson(value)),
    ]),
    ["no MessagePack", msgpackLiteral(new Uint8Array(0))],
    ["MessagePack that ends early", msgpackLiteral(new Uint8Array([0x93, 0x01]))],
    ["a byte that begins no MessagePack", msgpackLiteral(new Uint8Array([0xc1]))],
    [
      "a union that lies about what it holds",
      scalarLiteral({ $case: "union", value: { type: own, value: int } }),
    ],
    ["a union of nothing", scalarLiteral({ $case: "union", value: { type: own, value: undefined } })],
  ]);
}
