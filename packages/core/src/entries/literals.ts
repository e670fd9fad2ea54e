// For compilers, executors and clients: literals, literal types, the conversion of values to literals and back, and
// errors as data.
export { defineError } from "../errors/define-errors.js";
export { fromErrorData, toErrorData } from "../errors/data/error-data.js";
export type { ErrorData } from "../errors/data/error-data.js";
export { decodeMessage } from "../literals/decode-message.js";
export { describeLiteralType } from "../literals/describe-type.js";
export { toDuration, toNanoseconds } from "../literals/durations.js";
export {
  ArrayDataMode,
  ArrayExecutionMode,
  ComparisonOperator,
  LogicalOperator,
  OnFailurePolicy,
  ResourceName,
  ResourceType,
  SimpleType,
} from "../literals/idl-enums.js";
export {
  describeLiteral,
  literalOf,
  msgpackLiteral,
  noneLiteral,
  scalarLiteral,
} from "../literals/literal.js";
export { fromIsoText } from "../literals/timestamps.js";
export { chosen } from "../types/chosen.js";
export type { Chosen } from "../types/chosen.js";
export { resolveAttributePath } from "../types/attribute-path.js";
export { decodeLiteral } from "../types/decode-literal.js";
export { fromLiterals, toLiteral, toLiterals } from "../types/literal-map.js";
