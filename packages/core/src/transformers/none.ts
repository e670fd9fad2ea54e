import { SimpleType } from "../literals/idl-enums.js";
import { simpleType } from "../literals/literal-type.js";
import { scalarTransformer } from "../types/scalar-transformer.js";
import type { TypeTransformer } from "../types/transformer.js";

/** No value: callers may write `undefined` or `null`, and tasks receive `undefined`. */
export const noneTransformer: TypeTransformer<undefined> = scalarTransformer<undefined>({
  tag: "none",
  words: "none",
  literalType: simpleType(SimpleType.NONE),
  jsonSchema: { type: "null" },
  accepts: (value) => value === undefined || value === null,
  encode: () => ({ value: { $case: "noneType", value: {} } }),
  decode: (scalar) => (scalar.value?.$case === "noneType" ? { value: undefined } : undefined),
  write: (_value, writer) => writer.nil(),
  read: (token) => (token.kind === "nil" ? { value: undefined } : undefined),
  toJson: () => null,
});
