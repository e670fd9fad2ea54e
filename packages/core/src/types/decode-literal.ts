import type * as idl from "@flytekit-ts/models/core";
import { mismatch } from "./mismatch.js";
import type { TypeTransformer } from "./transformer.js";
import { describeLiteral, MSGPACK } from "../literals/literal.js";
import { MsgpackReader } from "../literals/msgpack-reader.js";
import { packJson, packPrimitive } from "../literals/pack-json.js";
import * as errors from "../errors.js";

/**
 * The value of a literal, in any form in which the literal can arrive.
 *
 * The backend passes the same value as a plain scalar, as MessagePack (a part of a record) or inside a union (an
 * optional output), or as the primitive that a record holds in its place (a datetime as a string), and the console
 * sends records as Struct. Every type accepts all these forms.
 *
 * @throws `VALUE_TYPE_MISMATCH`, `MSGPACK_MALFORMED`, `LITERAL_OFFLOADED`.
 */
export function decodeLiteral<T>(transformer: TypeTransformer<T>, literal: idl.Literal): T {
  if (literal.value?.$case === "offloadedMetadata")
    throw errors.LITERAL_OFFLOADED({ uri: literal.value.value.uri });
  if (literal.value?.$case !== "scalar") return transformer.fromLiteral(literal);
  const scalar = literal.value.value.value;
  switch (scalar?.$case) {
    case "binary":
      return decodeBinary(transformer, literal, scalar.value);
    case "generic":
      if (literal.metadata.get("format") === "pickle")
        throw mismatch(transformer.words, "a Python pickle", "pickle");
      return readMsgpack(transformer, packJson(scalar.value ?? {}));
    case "union":
      return transformer.members?.kind === "variants"
        ? transformer.fromLiteral(literal)
        : decodeUnion(transformer, literal);
    case "primitive":
      return decodePrimitive(transformer, literal, scalar.value);
    default:
      return transformer.fromLiteral(literal);
  }
}

// More than any message nests. Only a literal that is inside itself has more.
const DEEPEST = 1_000_000;

// A loop, since a union literal can be nested in others to any depth.
function decodeUnion<T>(transformer: TypeTransformer<T>, literal: idl.Literal): T {
  let inside = literal;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const scalar = inside.value?.$case === "scalar" ? inside.value.value.value : undefined;
    if (scalar?.$case !== "union") return decodeLiteral(transformer, inside);
    if (scalar.value.value === undefined) return transformer.fromLiteral(inside);
    inside = scalar.value.value;
  }
  throw mismatch(transformer.words, "a union literal that is inside itself");
}

// A part of a record arrives as the primitive that stands in the record: a datetime as a string, for example, and a
// duration as a float. The literal type says nothing of it, so the type reads it as it reads its part of a record.
function decodePrimitive<T>(transformer: TypeTransformer<T>, literal: idl.Literal, part: idl.Primitive): T {
  try {
    return transformer.fromLiteral(literal);
  } catch (error) {
    const bytes = errors.VALUE_TYPE_MISMATCH.is(error) ? packPrimitive(part) : undefined;
    if (bytes === undefined) throw error;
    try {
      return readMsgpack(transformer, bytes);
    } catch {
      throw error;
    }
  }
}

function decodeBinary<T>(transformer: TypeTransformer<T>, literal: idl.Literal, binary: idl.Binary): T {
  if (binary.tag !== MSGPACK) throw mismatch(transformer.words, describeLiteral(literal));
  return readMsgpack(transformer, binary.value);
}

function readMsgpack<T>(transformer: TypeTransformer<T>, bytes: Uint8Array): T {
  const reader = new MsgpackReader(bytes);
  const value = transformer.read(reader);
  reader.end();
  return value;
}
