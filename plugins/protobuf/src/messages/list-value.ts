import type { JsonValue } from "@bufbuild/protobuf";
import type { Literal } from "@flytekit-ts/models/core";
import { describeLiteral, literalOf, noneLiteral, scalarLiteral } from "@flytekit-ts/core/literals";
import { describeToken, mismatch, type TypeTransformer } from "@flytekit-ts/core/types";
import { fromMessageJson, type MessageType, toMessageJson, wordsOf } from "./message-json.js";
import { literalTypeOf, messageTransformer } from "./message-transformer.js";
import { assertFits } from "./nesting.js";

/**
 * `google.protobuf.ListValue`, which flytekit writes as a list of what is in it, so that the backend finds its elements.
 * flytekit itself cannot read one.
 */
export function listValueTransformer(type: MessageType): TypeTransformer {
  const words = wordsOf(type);
  return {
    ...messageTransformer(type),
    literalType: literalTypeOf(type),
    toLiteral(value) {
      const json = toMessageJson(value, type);
      assertFits(json, words);
      return literalOfJson(json);
    },
    fromLiteral(literal) {
      if (literal.value?.$case !== "collection") throw mismatch(words, describeLiteral(literal));
      return fromMessageJson(jsonOfLiteral(literal, words), type);
    },
    read(reader) {
      throw mismatch(words, describeToken(reader.next()));
    },
  };
}

function literalOfJson(json: JsonValue): Literal {
  if (json === null) return noneLiteral();
  switch (typeof json) {
    case "number":
      return scalarLiteral({ $case: "primitive", value: { value: { $case: "floatValue", value: json } } });
    case "string":
      return scalarLiteral({ $case: "primitive", value: { value: { $case: "stringValue", value: json } } });
    case "boolean":
      return scalarLiteral({ $case: "primitive", value: { value: { $case: "boolean", value: json } } });
    default:
      return Array.isArray(json)
        ? literalOf({ $case: "collection", value: { literals: json.map(literalOfJson) } })
        : scalarLiteral({ $case: "generic", value: json });
  }
}

function jsonOfLiteral(literal: Literal, words: string): JsonValue {
  if (literal.value?.$case === "collection")
    return literal.value.value.literals.map((item) => jsonOfLiteral(item, words));
  const scalar = literal.value?.$case === "scalar" ? literal.value.value.value : undefined;
  if (scalar?.$case === "noneType") return null;
  if (scalar?.$case === "generic") return (scalar.value ?? {}) as JsonValue;
  const value = scalar?.$case === "primitive" ? scalar.value.value : undefined;
  switch (value?.$case) {
    case "floatValue":
    case "stringValue":
    case "boolean":
      return value.value;
    case "integer":
      if (Number.isSafeInteger(Number(value.value))) return Number(value.value);
      throw mismatch(`${words} (of doubles)`, describeLiteral(literal));
    default:
      throw mismatch(`${words} with values of JSON`, describeLiteral(literal));
  }
}
