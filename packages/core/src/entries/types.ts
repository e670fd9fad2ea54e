// For plugins with new types: `deriveType` makes one from an existing type, `createType` from a transformer.
export type { TypeFault } from "../errors/type-fault.js";
export { literalTypeOf, simpleType } from "../literals/literal-type.js";
export { describeToken, MsgpackReader } from "../literals/msgpack-reader.js";
export type { MsgpackToken } from "../literals/msgpack-reader.js";
export { MsgpackWriter } from "../literals/msgpack-writer.js";
export { errorTransformer } from "../transformers/error.js";
export { listTransformer } from "../transformers/list.js";
export { optionalTransformer } from "../transformers/optional.js";
export { checkType } from "../makers/check/check-type.js";
export type { TypeChecks } from "../makers/check/check-type.js";
export { createType } from "../makers/create-type.js";
export { deriveType } from "../makers/derive-type.js";
export type { Derivation } from "../makers/derive-type.js";
export type {
  DatasetColumn,
  DatasetFile,
  DatasetFormat,
  DatasetRow,
  DatasetRows,
} from "../types/dataset-format.js";
export { toHtml } from "../makers/html/to-html.js";
export type { FlyteType, In, Kind, Out, TypeLike } from "../types/infer.js";
export { isOptional } from "../types/is-optional.js";
export { atKey, mismatch, refused, within } from "../types/mismatch.js";
export { resolveType } from "../schemas/resolve-type.js";
export type { RuntimeType } from "../types/runtime-type.js";
export { scalarTransformer } from "../types/scalar-transformer.js";
export type { Decoded, ScalarRules } from "../types/scalar-transformer.js";
export type { Json, JsonSchema, Members, Storing, TypeTransformer } from "../types/transformer.js";
export type { ValueStore } from "../types/value-store.js";
export { isPlainObject } from "../words/plain-object.js";
