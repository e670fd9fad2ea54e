export { defineErrors } from "../errors/define-errors.js";
export type { ErrorDefinition, ErrorFactory, ThrowContext } from "../errors/define-errors.js";
export { FlytekitError, isFlytekitError } from "../errors/flytekit-error.js";
export type { ErrorOrigin, FlytekitErrorParts } from "../errors/flytekit-error.js";
export { locate } from "../errors/locate.js";
export { isNonRecoverable } from "../errors/non-recoverable-error.js";
export { attempt, refuse, reportTo } from "../errors/report.js";
export type { Report } from "../errors/report.js";
export { textOf } from "../errors/text-of.js";
export { upperFirst } from "../words/upper-first.js";
export { errors as coreErrors, unreachable } from "../errors.js";
export type { TypeFault } from "../errors/type-fault.js";
export type { CallSettings } from "../settings/call-settings.js";
export { keysOf } from "../call/after.js";
export { atCaller } from "../errors/at-caller.js";
export { addNode, resultOf, tracerFor } from "../call/call-entity.js";
export type { NodeParts } from "../call/call-entity.js";
export { createCallable } from "../call/callable.js";
export type { Callable } from "../call/callable.js";
export { describeEntity, isEntity } from "../entity/entity.js";
export type { Entity, EntityKind } from "../entity/entity.js";
export {
  BARE_OUTPUT,
  byCodePoint,
  createInterface,
  interfaceOf,
  toIdlInterface,
} from "../entity/interface.js";
export type { Interface } from "../entity/interface.js";
export { kindWords } from "../words/kind-words.js";
export { assertEntityName, assertVariableName, shortName } from "../entity/names.js";
export {
  assertBoolean,
  assertFunction,
  assertNamed,
  assertOptions,
  assertText,
  assertTexts,
} from "../entity/options.js";
export { placeOfCaller, placeOfDeclaration, placeOfModule } from "../source/source-location.js";
export type { Place, SourceLocation } from "../source/place.js";
export { bindValue } from "../binding/bind-value.js";
export type { BindingTarget } from "../binding/bind-value.js";
export { promisesOf } from "../trace/binding.js";
export type { Binding, BindingData } from "../trace/binding.js";
export { inputPromises } from "../promise/input-promises.js";
export { isStart } from "../trace/node-key.js";
export type { NodeKey } from "../trace/node-key.js";
export type { Node } from "../trace/node.js";
export { activeTracer, createTracer, inTracer, tracersFrom, withTracer } from "../trace/tracer.js";
export type { FailurePolicy, Inherited, OpenConditional, Tracer } from "../trace/tracer.js";
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
export { resolveAttributePath } from "../types/attribute-path.js";
export { decodeLiteral } from "../types/decode-literal.js";
export { decodeMessage } from "../literals/decode-message.js";
export { toDuration, toNanoseconds } from "../literals/durations.js";
export {
  describeLiteral,
  literalOf,
  msgpackLiteral,
  noneLiteral,
  scalarLiteral,
} from "../literals/literal.js";
export { fromLiterals, toLiteral, toLiterals } from "../types/literal-map.js";
export { MsgpackReader } from "../literals/msgpack-reader.js";
export type { MsgpackToken } from "../literals/msgpack-reader.js";
export { MsgpackWriter } from "../literals/msgpack-writer.js";
export { isConjunction } from "../trace/expression.js";
export type {
  ComparisonExpression,
  ConjunctionExpression,
  Expression,
  Operand,
  Operator,
  TracedCondition,
} from "../trace/expression.js";
export { isComparable } from "../promise/comparable.js";
export { isTrueAt } from "../promise/comparison.js";
export { isCondition, useCondition } from "../promise/condition.js";
export { isPromise, targetOf } from "../promise/flyte-promise.js";
export { createPromise } from "../promise/promise-proxy.js";
export { describeTarget } from "../trace/promise-target.js";
export type { PromiseTarget } from "../trace/promise-target.js";
export { isVoidPromise } from "../promise/void-promise.js";
export { assertDocs } from "../settings/docs.js";
export { executeTask } from "../task/execute-task.js";
export type { Executable, Literals } from "../task/execute-task.js";
export { lowerContainer, lowerImage, lowerTask, taskId } from "../task/lower-task.js";
export { toK8sPod } from "../settings/pod-template.js";
export { parseQuantity } from "../settings/quantity.js";
export { loaderArgs } from "../task/resolver.js";
export type { TaskResolver } from "../task/task-resolver.js";
export type { SerializationSettings } from "../task/serialization-settings.js";
export { toSecurityContext } from "../settings/security-context.js";
export { isTask, toTaskEntity } from "../task/task-entity.js";
export type { TaskDeclaration, TaskEntity, TaskKind } from "../task/task-entity.js";
export type { TaskFunction } from "../task/function-task.js";
export { functionTask } from "../task/function-task.js";
export { parseDuration } from "../settings/time-span.js";
export { templateTask } from "../task/template-task.js";
export type { TemplateTask } from "../task/template-task.js";
export type { TemplateOf, TemplateParts } from "../task/template.js";
export type { Logger, TaskContext } from "../task/task-context.js";
export type { Declared, Exact, OutSpec, Returned, Shape, Values } from "../types/infer.js";
export { castability } from "../castability/castability.js";
export type { Castability } from "../castability/castability.js";
export { explainCast } from "../castability/explain-cast.js";
export { whyNotCast } from "../castability/why-not-cast.js";
export { faultOfCast } from "../castability/fault-of-cast.js";
export { isCastable } from "../castability/is-castable.js";
export { describeLiteralType } from "../literals/describe-type.js";
export { describeValue, UNFINISHED_WORDS } from "../words/describe-value.js";
export { isPlainObject, segmentOf } from "../words/plain-object.js";
export { errorTransformer } from "../transformers/error.js";
export { listTransformer } from "../transformers/list.js";
export { optionalTransformer } from "../transformers/optional.js";
export { createType } from "../types/create-type.js";
export { runtimeType } from "../types/runtime-type.js";
export type { RuntimeType } from "../types/runtime-type.js";
export type { JsonSchema, Members, TypeTransformer } from "../types/transformer.js";
export { isOptional } from "../types/is-optional.js";
