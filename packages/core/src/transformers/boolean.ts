import { SimpleType } from "../literals/idl-enums.js";
import { simpleType } from "../literals/literal-type.js";
import { scalarTransformer } from "../types/scalar-transformer.js";
import type { TypeTransformer } from "../types/transformer.js";
import { primitive, primitiveOf } from "./primitive.js";

/** Booleans. */
export const booleanTransformer: TypeTransformer<boolean> = scalarTransformer<boolean>({
  tag: "bool",
  words: "boolean",
  literalType: simpleType(SimpleType.BOOLEAN),
  jsonSchema: { type: "boolean" },
  accepts: (value) => typeof value === "boolean",
  encode: (value) => primitive({ $case: "boolean", value: value as boolean }),
  decode(scalar) {
    const value = primitiveOf(scalar);
    return value?.$case === "boolean" ? { value: value.value } : undefined;
  },
  write: (value, writer) => writer.boolean(value as boolean),
  readUsual: (reader) => reader.boolean(),
  read: (token) => (token.kind === "boolean" ? { value: token.value } : undefined),
  toJson: (value) => value as boolean,
});
