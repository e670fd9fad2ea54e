import type * as idl from "@flytekit-ts/models/core";

import { beyond } from "../words/describe-value.js";
import { literalWords } from "../words/literal-words.js";
import { NO_METADATA } from "./no-metadata.js";

/** The tag of a binary scalar that holds MessagePack. */
export const MSGPACK = "msgpack";

/** A literal with this value, without hash or metadata. */
export function literalOf(value: NonNullable<idl.Literal["value"]>): idl.Literal {
  return { value, hash: "", metadata: NO_METADATA };
}

/** A literal of one scalar. */
export function scalarLiteral(value: NonNullable<idl.Scalar["value"]>): idl.Literal {
  return literalOf({ $case: "scalar", value: { value } });
}

/** A literal of a record, or of a part of one, as MessagePack bytes. */
export function msgpackLiteral(bytes: Uint8Array): idl.Literal {
  return scalarLiteral({ $case: "binary", value: { value: bytes, tag: MSGPACK } });
}

/** The literal that stands for no value. */
export function noneLiteral(): idl.Literal {
  return scalarLiteral({ $case: "noneType", value: {} });
}

/** An empty literal, which is what the backend makes of a null inside a Struct. */
export function emptyLiteral(): idl.Literal {
  return { value: undefined, hash: "", metadata: NO_METADATA };
}

/** A literal in words, without its content. Only numbers are shown. */
export function describeLiteral(literal: idl.Literal): string {
  const value = literal.value;
  if (value?.$case !== "scalar") return literalWords(value?.$case ?? "empty");
  const scalar = value.value.value;
  if (scalar?.$case !== "primitive") return literalWords(scalar?.$case ?? "unknown");
  return describePrimitive(scalar.value.value);
}

function describePrimitive(primitive: idl.Primitive["value"]): string {
  switch (primitive?.$case) {
    case "integer":
      return `the integer ${primitive.value}${beyond(primitive.value)}`;
    case "floatValue":
      return `the float ${primitive.value}`;
    default:
      return literalWords(primitive?.$case ?? "unknown");
  }
}
