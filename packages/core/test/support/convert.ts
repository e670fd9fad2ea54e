import * as idl from "@flytekit-ts/models/core";
import { encode } from "@flytekit-ts/models";
import { Struct } from "@flytekit-ts/models/google";

import { msgpackLiteral, scalarLiteral } from "../../src/literals/literal.js";
import { MsgpackWriter } from "../../src/literals/msgpack-writer.js";
import { decodeLiteral } from "../../src/types/decode-literal.js";
import type { TypeLike } from "../../src/types/infer.js";
import { runtimeType } from "../../src/types/runtime-type.js";
import type { TypeTransformer } from "../../src/types/transformer.js";

/** The transformer of a type. */
export function transformerOf(type: TypeLike): TypeTransformer {
  return runtimeType(type, "the type of a test").transformer;
}

/** A value as literal, through the bytes of the IDL: what another process would see. */
export function toLiteral(type: TypeLike, value: unknown): idl.Literal {
  const literal = transformerOf(type).toLiteral(value);
  return idl.Literal.decode(idl.Literal.encode(literal).finish());
}

/** The value of a literal. */
export function fromLiteral(type: TypeLike, literal: idl.Literal): unknown {
  return decodeLiteral(transformerOf(type), literal);
}

/** The bytes of a type and of a value, in base64: what flytekit's are compared with. */
export function wireOf(type: TypeLike, value: unknown): readonly [type: string, literal: string] {
  const { literalType } = transformerOf(type);
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
  return [
    base64(encode(idl.LiteralType, literalType)),
    base64(encode(idl.Literal, transformerOf(type).toLiteral(value))),
  ];
}

/** There and back. */
export function roundTrip(type: TypeLike, value: unknown): unknown {
  return fromLiteral(type, toLiteral(type, value));
}

/** There and back as MessagePack, the form in which a value is part of a record. */
export function roundTripPacked(type: TypeLike, value: unknown): unknown {
  const writer = new MsgpackWriter();
  transformerOf(type).write(value, writer);
  return fromLiteral(type, msgpackLiteral(writer.finish()));
}

/** MessagePack as literal; `hex` may have spaces. */
export function packed(hex: string): idl.Literal {
  return msgpackLiteral(new Uint8Array(Buffer.from(hex.replaceAll(" ", ""), "hex")));
}

/** The bytes of a MessagePack literal, as hex. */
export function hexOf(literal: idl.Literal): string {
  const scalar = literal.value?.$case === "scalar" ? literal.value.value.value : undefined;
  return scalar?.$case === "binary" ? Buffer.from(scalar.value.value).toString("hex") : "no binary";
}

/** A literal of one primitive. */
export function primitive(value: NonNullable<idl.Primitive["value"]>): idl.Literal {
  return scalarLiteral({ $case: "primitive", value: { value } });
}

/** JSON as the console sends it: as protobuf Struct. */
export function struct(json: { readonly [key: string]: unknown }): idl.Literal {
  return scalarLiteral({ $case: "generic", value: Struct.decode(Struct.encode({ ...json }).finish()) });
}

/** A literal as a variant of a union, the form in which an optional output arrives. */
export function inUnion(value: idl.Literal, tag = "x"): idl.Literal {
  const structure = { tag, dataclassType: new Map() };
  const type = { type: undefined, metadata: undefined, annotation: undefined, structure };
  return scalarLiteral({ $case: "union", value: { value, type } });
}
