import { SimpleType } from "../literals/idl-enums.js";
import { simpleType } from "../literals/literal-type.js";
import { scalarTransformer } from "../types/scalar-transformer.js";
import type { TypeTransformer } from "../types/transformer.js";
import { primitive, primitiveOf } from "./primitive.js";

/** Floats: any number, always written as a double. Integers are read too, as in flytekit. */
export const floatTransformer: TypeTransformer<number> = scalarTransformer<number>({
  tag: "float",
  words: "float",
  literalType: simpleType(SimpleType.FLOAT),
  jsonSchema: { type: "number" },
  accepts: (value) => typeof value === "number",
  faultOf: (value) => (typeof value === "string" || typeof value === "bigint" ? "no-number" : undefined),
  encode: (value) => primitive({ $case: "floatValue", value: value as number }),
  decode(scalar) {
    const value = primitiveOf(scalar);
    if (value?.$case === "floatValue") return { value: value.value };
    return value?.$case === "integer" ? { value: Number(value.value) } : undefined;
  },
  write: (value, writer) => writer.float(value as number),
  readUsual: (reader) => reader.float(),
  read: (token) =>
    token.kind === "float" || token.kind === "int" ? { value: Number(token.value) } : undefined,
  toJson: (value) => (Number.isFinite(value) ? (value as number) : undefined),
});
