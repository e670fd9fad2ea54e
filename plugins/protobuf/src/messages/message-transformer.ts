import type { LiteralType } from "@flytekit-ts/models/core";
import { t } from "@flytekit-ts/core";
import { describeLiteral, scalarLiteral, SimpleType } from "@flytekit-ts/core/literals";
import {
  describeToken,
  mismatch,
  resolveType,
  simpleType,
  type TypeTransformer,
} from "@flytekit-ts/core/types";
import { assertFits, DEPTH } from "./nesting.js";
import { fromMessageJson, type MessageType, toMessageObject, wordsOf } from "./message-json.js";

const json = resolveType(t.json(), "protobufType").transformer;

/** Messages as a Struct of their canonical JSON, which is what flytekit's transformer writes. A record holds none. */
export function messageTransformer(type: MessageType): TypeTransformer {
  const words = wordsOf(type);
  return {
    tag: "Protobuf-Transformer",
    words,
    literalType: literalTypeOf(type),
    depth: DEPTH,
    toLiteral(value) {
      const object = toMessageObject(value, type);
      assertFits(object, words);
      return scalarLiteral({ $case: "generic", value: object });
    },
    fromLiteral(literal) {
      throw mismatch(words, describeLiteral(literal));
    },
    write() {
      throw mismatch("a value that a record can hold", "a protobuf message");
    },
    // A Struct is read as the MessagePack of the same JSON.
    read(reader) {
      const token = reader.peek();
      if (token.kind !== "map") throw mismatch(words, describeToken(token));
      return fromMessageJson(json.read(reader) as { [key: string]: never }, type);
    },
  };
}

/** A record that names the Python class, by which flytekit finds it. */
export function literalTypeOf({ python }: MessageType): LiteralType {
  return { ...simpleType(SimpleType.STRUCT), metadata: { pb_type: python } };
}
