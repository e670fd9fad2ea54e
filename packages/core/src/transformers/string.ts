import { SimpleType } from "../literals/idl-enums.js";
import { simpleType } from "../literals/literal-type.js";
import { scalarTransformer } from "../types/scalar-transformer.js";
import type { TypeTransformer } from "../types/transformer.js";
import { isWellFormed } from "../words/plain-object.js";
import { primitive, primitiveOf } from "./primitive.js";

/** Strings. Half of a surrogate pair cannot be written as UTF-8, so it is refused and not replaced. */
export const stringTransformer: TypeTransformer<string> = scalarTransformer<string>({
  tag: "str",
  words: "string",
  literalType: simpleType(SimpleType.STRING),
  jsonSchema: { type: "string" },
  accepts: (value) => typeof value === "string" && isWellFormed(value),
  faultOf: (value) => (["number", "bigint", "boolean"].includes(typeof value) ? "no-text" : undefined),
  encode: (value) => primitive({ $case: "stringValue", value: value as string }),
  decode(scalar) {
    const value = primitiveOf(scalar);
    return value?.$case === "stringValue" ? { value: value.value } : undefined;
  },
  write: (value, writer) => writer.string(value as string),
  readUsual: (reader) => reader.string(),
  read: (token) => (token.kind === "string" ? { value: token.value } : undefined),
  toJson: (value) => value as string,
});
