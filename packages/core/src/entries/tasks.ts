// For plugins with new kinds of task: wrappers around `task`, template tasks, resolvers, and the options of tasks.
export type { Callable } from "../call/callable.js";
export {
  assertBoolean,
  assertFunction,
  assertNamed,
  assertOptions,
  assertText,
  assertTexts,
  assertWellFormed,
  hidden,
} from "../options/options.js";
export { assertDocs } from "../settings/docs.js";
export { assertIsolation } from "../settings/isolation.js";
export { toK8sPod } from "../settings/pod-template.js";
export { parseQuantity } from "../settings/quantity.js";
export type { ErrorClass, RetryRule, RetryTest } from "../settings/retry-rule.js";
export { toSecurityContext } from "../settings/security-context.js";
export type { TaskOptions, TaskSettings } from "../settings/task-settings.js";
export { parseDuration } from "../settings/time-span.js";
export { executeTask } from "../task/execute-task.js";
export type { Executable, Literals } from "../task/execute-task.js";
export { functionTask } from "../task/function-task.js";
export type { FunctionTaskKind, Task, TaskFunction } from "../task/function-task.js";
export { lowerContainer } from "../task/lower-container.js";
export { lowerImage } from "../task/lower-image.js";
export { lowerTask, taskId } from "../task/lower-task.js";
export { loaderArgs } from "../task/resolver.js";
export type { FastRegistration } from "../task/registration/fast-registration.js";
export type { PlanSettings } from "../task/registration/plan-settings.js";
export type { CachedTask, SerializationSettings } from "../task/registration/serialization-settings.js";
export { testContext } from "../task/test-context.js";
export type { Logger } from "../context/logger.js";
export type { EntityStarter, TaskContext } from "../task/task-context.js";
export { isTask, toTaskEntity } from "../task/task-entity.js";
export type { EagerParts, TaskDeclaration, TaskEntity, TaskKind } from "../task/task-entity.js";
export type { TaskResolver } from "../task/registration/task-resolver.js";
export { templateTask } from "../task/template-task.js";
export type { TemplateTask } from "../task/template-task.js";
export type { TaskHooks } from "../task/task-hooks.js";
export type { TemplateOf, TemplateParts } from "../task/template.js";
export type { Declared, OutSpec, Shape, Values } from "../types/infer.js";
export type { Exact, Returned } from "../task/returned-types.js";
