import { literalTypeOf } from "../literals/literal-type.js";
import { scalarTransformer } from "../types/scalar-transformer.js";
import type { TypeTransformer } from "../types/transformer.js";
import { describeEnum } from "../words/enumerate.js";
import { primitive, primitiveOf } from "./primitive.js";

/** One of several strings. Their order matters: the backend compares two enums value by value. */
export function enumTransformer(values: readonly string[]): TypeTransformer<string> {
  const known = new Set(values);
  return scalarTransformer<string>({
    tag: "DefaultEnumTransformer",
    words: describeEnum(values),
    literalType: literalTypeOf({ $case: "enumType", value: { values: [...values] } }),
    jsonSchema: { enum: [...values] },
    accepts: (value) => typeof value === "string" && known.has(value),
    faultOf: (value) => (typeof value === "string" ? "not-in-enum" : undefined),
    encode: (value) => primitive({ $case: "stringValue", value: value as string }),
    decode(scalar) {
      const value = primitiveOf(scalar);
      return value?.$case === "stringValue" && known.has(value.value) ? { value: value.value } : undefined;
    },
    write: (value, writer) => writer.string(value as string),
    read: (token) => (token.kind === "string" && known.has(token.value) ? { value: token.value } : undefined),
    toJson: (value) => value as string,
  });
}
