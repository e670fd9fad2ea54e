// For compilers, and for plugins with new kinds of entity: interfaces, calls, nodes, bindings, promises, the
// tracer, and what Flyte accepts.
export { bindValue } from "../binding/bind-value.js";
export type { BindingTarget } from "../binding/binding-target.js";
export { keysOf } from "../call/after.js";
export { addNode, resultOf, tracerFor } from "../call/call-entity.js";
export type { NodeParts } from "../call/call-entity.js";
export type { EntityArguments } from "../call/entity-arguments.js";
export { createCallable } from "../call/callable.js";
export type { Callable } from "../call/callable.js";
export { assertContract } from "../contract/assert-contract.js";
export type { Made } from "../contract/assert-contract.js";
export { stamped } from "../contract/stamped.js";
export { assertReadable, describeEntity, isEntity } from "../entity/entity.js";
export type { Entity, EntityKind, NamedByUs } from "../entity/entity.js";
export { toIdlInterface } from "../entity/idl-interface.js";
export { BARE_OUTPUT, createInterface, interfaceOf } from "../entity/interface.js";
export type { Interface } from "../entity/interface.js";
export {
  assertEntityName,
  assertVariableName,
  ENVIRONMENT_NAME_WORDS,
  isEnvironmentName,
  shortName,
} from "../options/names.js";
export { isComparable } from "../promise/comparable.js";
export { isTrueAt } from "../promise/comparison.js";
export { isCondition, joinQuestions, useCondition } from "../promise/condition.js";
export type { Joining } from "../promise/condition.js";
export { isPromise, targetOf } from "../promise/flyte-promise.js";
export { inputPromises } from "../promise/input-promises.js";
export { createPromise } from "../promise/promise-proxy.js";
export { isVoidPromise } from "../promise/void-promise.js";
export type { CallSettings } from "../settings/call-settings.js";
export { isCostly } from "../settings/quantity.js";
export type { Maker, Place, SourceLocation } from "../source/place.js";
export { sourceExcerpt } from "../source/source-excerpt.js";
export type { ExcerptStyle } from "../source/source-excerpt.js";
export { placeOfStack } from "../source/place-of-stack.js";
export { runAuthor } from "../source/run-author.js";
export { placeOfCaller, placeOfDeclaration, placeOfModule } from "../source/source-location.js";
export { promisesOf } from "../trace/binding.js";
export type { Binding, BindingData } from "../trace/binding.js";
export { isConjunction } from "../trace/expression.js";
export type {
  ComparisonExpression,
  ConjunctionExpression,
  Expression,
  Operand,
  Operator,
  TracedCondition,
} from "../trace/expression.js";
export { isStart } from "../trace/node-key.js";
export type { NodeKey } from "../trace/node-key.js";
export type { Node } from "../trace/node.js";
export { describeTarget } from "../trace/promise-target.js";
export type { PromiseTarget } from "../trace/promise-target.js";
export { activeTracer, inTracer, withTracer } from "../trace/active-tracer.js";
export { createTracer, tracersFrom } from "../trace/tracer.js";
export type { FailurePolicy, Inherited, OpenConditional, Tracer } from "../trace/tracer.js";
export { differenceOf } from "../binding/difference-of.js";
export { byCodePoint } from "../words/by-code-point.js";
export { resolveImage } from "../task/registration/resolve-image.js";
export { closest } from "../words/closest.js";
export { elementsOf } from "../words/plain-object.js";
export { UNFINISHED_WORDS } from "../words/describe-value.js";
export { kindWords } from "../words/kind-words.js";
export { isWellFormed, segmentOf } from "../words/plain-object.js";
