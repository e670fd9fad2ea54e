import type * as idl from "@flytekit-ts/models/core";
import { errors } from "../errors.js";
import { mismatch } from "./mismatch.js";
import type { TypeTransformer } from "./transformer.js";
import { describeLiteral, MSGPACK } from "../literals/literal.js";
import { MsgpackReader } from "../literals/msgpack-reader.js";
import { packJson } from "../literals/pack-json.js";

/**
 * The value of a literal, in any form in which the literal can arrive.
 *
 * The backend passes the same value as a plain scalar, as MessagePack (a part of a record) or inside a union (an
 * optional output), and the console sends records as Struct. Every type accepts all these forms.
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
      return readMsgpack(transformer, packJson(scalar.value ?? {}));
    case "union":
      if (transformer.members?.kind === "variants" || scalar.value.value === undefined) {
        return transformer.fromLiteral(literal);
      }
      return decodeLiteral(transformer, scalar.value.value);
    default:
      return transformer.fromLiteral(literal);
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
