export { defineErrors } from "./errors/define-errors.js";
export type { ErrorDefinition, ErrorFactory, ThrowContext } from "./errors/define-errors.js";
export { FlytekitError, isFlytekitError } from "./errors/flytekit-error.js";
export type { ErrorOrigin, FlytekitErrorParts } from "./errors/flytekit-error.js";
export { locate } from "./errors/locate.js";
export { isNonRecoverable } from "./errors/non-recoverable-error.js";
export { attempt, refuse, reportTo } from "./errors/report.js";
export type { Report } from "./errors/report.js";
export { textOf } from "./errors/text-of.js";
export { upperFirst } from "./errors/upper-first.js";
export { unreachable } from "./errors/unreachable.js";
export { errors as coreErrors } from "./errors.js";
export type { TypeFault } from "./errors/type-fault.js";
export type { CallSettings } from "./entity/call-options.js";
export { keysOf } from "./entity/after.js";
export { atCaller } from "./entity/at-caller.js";
export { addNode, resultOf, tracerFor } from "./entity/call-entity.js";
export type { NodeParts } from "./entity/call-entity.js";
export { createCallable } from "./entity/callable.js";
export type { Callable } from "./entity/callable.js";
export { describeEntity, isEntity } from "./entity/entity.js";
export type { Entity, EntityKind } from "./entity/entity.js";
export {
  BARE_OUTPUT,
  byCodePoint,
  createInterface,
  interfaceOf,
  toIdlInterface,
} from "./entity/interface.js";
export type { Interface } from "./entity/interface.js";
export { kindWords } from "./entity/kind-words.js";
export { assertEntityName, assertVariableName, shortName } from "./entity/names.js";
export {
  assertBoolean,
  assertFunction,
  assertNamed,
  assertOptions,
  assertText,
  assertTexts,
} from "./entity/options.js";
export { placeOfCaller, placeOfDeclaration, placeOfModule } from "./entity/source-location.js";
export type { Place, SourceLocation } from "./entity/place.js";
export { bindValue } from "./graph/bind-value.js";
export type { BindingTarget } from "./graph/bind-value.js";
export { promisesOf } from "./graph/binding.js";
export type { Binding, BindingData } from "./graph/binding.js";
export { inputPromises } from "./graph/input-promises.js";
export { isStart } from "./graph/node-key.js";
export type { NodeKey } from "./graph/node-key.js";
export type { Node } from "./graph/node.js";
export { activeTracer, createTracer, inTracer, tracersFrom, withTracer } from "./graph/tracer.js";
export type { FailurePolicy, Inherited, OpenConditional, Tracer } from "./graph/tracer.js";
export {
  ArrayDataMode,
  ArrayExecutionMode,
  ComparisonOperator,
  LogicalOperator,
  OnFailurePolicy,
  ResourceName,
  ResourceType,
  SimpleType,
} from "./literals/idl-enums.js";
export { resolveAttributePath } from "./literals/attribute-path.js";
export { decodeLiteral } from "./literals/decode-literal.js";
export { decodeMessage } from "./literals/decode-message.js";
export { toDuration, toNanoseconds } from "./literals/durations.js";
export {
  describeLiteral,
  literalOf,
  msgpackLiteral,
  noneLiteral,
  scalarLiteral,
} from "./literals/literal.js";
export { fromLiterals, toLiteral, toLiterals } from "./literals/literal-map.js";
export { MsgpackReader } from "./literals/msgpack-reader.js";
export type { MsgpackToken } from "./literals/msgpack-reader.js";
export { MsgpackWriter } from "./literals/msgpack-writer.js";
export { isConjunction } from "./promise/expression.js";
export type {
  ComparisonExpression,
  ConjunctionExpression,
  Expression,
  Operand,
  Operator,
  TracedCondition,
} from "./promise/expression.js";
export { isComparable } from "./promise/comparable.js";
export { isTrueAt } from "./promise/comparison.js";
export { isCondition, useCondition } from "./promise/condition.js";
export { isPromise, targetOf } from "./promise/flyte-promise.js";
export { createPromise } from "./promise/promise-proxy.js";
export { describeTarget } from "./promise/promise-target.js";
export type { PromiseTarget } from "./promise/promise-target.js";
export { isVoidPromise } from "./promise/void-promise.js";
export { assertDocs } from "./task/docs.js";
export { executeTask } from "./task/execute-task.js";
export type { Executable, Literals } from "./task/execute-task.js";
export { lowerContainer, lowerImage, lowerTask, taskId } from "./task/lower-task.js";
export { toK8sPod } from "./task/pod-template.js";
export { parseQuantity } from "./task/quantity.js";
export { loaderArgs } from "./task/resolver.js";
export type { TaskResolver } from "./task/task-resolver.js";
export type { SerializationSettings } from "./task/settings.js";
export { toSecurityContext } from "./task/security-context.js";
export { isTask, toTaskEntity } from "./task/task.js";
export type { TaskDeclaration, TaskEntity, TaskFunction, TaskKind } from "./task/task.js";
export { parseDuration } from "./task/time-span.js";
export { templateTask } from "./task/template-task.js";
export type { TemplateTask } from "./task/template-task.js";
export type { TemplateOf, TemplateParts } from "./task/template.js";
export type { Logger, TaskContext } from "./task/task-context.js";
export type { Declared, Exact, OutSpec, Returned, Shape, Values } from "./types/infer.js";
export { castability } from "./types/castability/castability.js";
export type { Castability } from "./types/castability/castability.js";
export { explainCast } from "./types/castability/explain-cast.js";
export { whyNotCast } from "./types/why-not-cast.js";
export { faultOfCast } from "./types/fault-of-cast.js";
export { isCastable } from "./types/is-castable.js";
export { describeLiteralType } from "./types/describe-type.js";
export { describeValue, UNFINISHED_WORDS } from "./types/describe-value.js";
export { isPlainObject, segmentOf } from "./types/plain-object.js";
export { errorTransformer } from "./types/transformers/error.js";
export { listTransformer } from "./types/transformers/list.js";
export { optionalTransformer } from "./types/transformers/optional.js";
export { createType, runtimeType } from "./types/runtime-type.js";
export type { RuntimeType } from "./types/runtime-type.js";
export type { JsonSchema, Members, TypeTransformer } from "./types/transformer.js";
export { isOptional } from "./types/is-optional.js";
