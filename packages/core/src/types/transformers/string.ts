import { SimpleType } from "@flytekit-ts/models/core";
import { simpleType } from "../literal-type.js";
import { scalarTransformer } from "../scalar-transformer.js";
import type { TypeTransformer } from "../transformer.js";
import { primitive, primitiveOf } from "./primitive.js";

/** Texts. Half a surrogate pair has no UTF-8 form and is refused rather than replaced. */
export const stringTransformer: TypeTransformer<string> = scalarTransformer<string>({
  tag: "str",
  words: "string",
  literalType: simpleType(SimpleType.STRING),
  jsonSchema: { type: "string" },
  accepts: (value) => typeof value === "string" && isWellFormed(value),
  encode: (value) => primitive({ $case: "stringValue", value: value as string }),
  decode(scalar) {
    const value = primitiveOf(scalar);
    return value?.$case === "stringValue" ? { value: value.value } : undefined;
  },
  write: (value, writer) => writer.string(value as string),
  read: (token) => (token.kind === "string" ? { value: token.value } : undefined),
  toJson: (value) => value as string,
});

const LONE_SURROGATE = /\p{Surrogate}/u;

function isWellFormed(text: string): boolean {
  return !LONE_SURROGATE.test(text);
}
