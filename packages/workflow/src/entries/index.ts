export {
  containerTask,
  echoTask,
  flyteDirectory,
  FlyteDatetime,
  flyteFile,
  FlyteFloat,
  IgnoreOutputs,
  isFlytekitError,
  NonRecoverableError,
  shellTask,
  sqlTask,
  t,
  task,
  testContext,
} from "@flytekit-ts/core";
export type {
  Accelerator,
  After,
  AliasesOf,
  Args,
  Attribute,
  Bindable,
  Bound,
  ByteStream,
  CacheOptions,
  Callable,
  CallArguments,
  Called,
  CallOptions,
  Checkpoint,
  Condition,
  ContainerTask,
  ContainerTaskDeclaration,
  Dataset,
  DatasetInput,
  DatasetReference,
  Deck,
  DeckOption,
  DeckPart,
  DeckTab,
  DirectoryInput,
  Docs,
  EchoOutput,
  EchoTaskDeclaration,
  Entity,
  EntityKind,
  ErrorOrigin,
  ExactRecord,
  ExactTaskFunction,
  ExactValue,
  ExecutionId,
  FileInput,
  FlyteDirectory,
  FlyteDirectoryOptions,
  FlyteError,
  FlyteFile,
  FlyteFileOptions,
  FlytekitError,
  FlytePromise,
  FlyteType,
  Growing,
  HasFields,
  In,
  Inputs,
  InputsOf,
  Isolation,
  JsonRecord,
  JsonValue,
  Kind,
  LogFields,
  Logger,
  MapCallOptions,
  NodeCallOptions,
  NoPromise,
  NotAsync,
  Out,
  OutputOf,
  OutputPrefixes,
  OutSpec,
  PodTemplate,
  Promises,
  Quantity,
  Question,
  RecordInput,
  RecordKind,
  RecordOutput,
  Ref,
  Refused,
  Resource,
  Resources,
  Result,
  Returned,
  RetryRule,
  RetryTest,
  RunAs,
  Secret,
  SecretRequest,
  Secrets,
  SecretValue,
  SecretValues,
  Shape,
  ShellOptions,
  ShellTaskDeclaration,
  Signal,
  SourceLocation,
  SqlTask,
  SqlTaskDeclaration,
  Storage,
  Task,
  TaskCacheOptions,
  TaskContext,
  TaskDeclaration,
  TaskFunction,
  TaskId,
  TaskOptions,
  TemplateTask,
  TestContextParts,
  TimeSpan,
  Timestamp,
  Typed,
  TypeLike,
  UrlLike,
  Values,
  VoidPromise,
  WebByteStream,
} from "@flytekit-ts/core";
export type { SerializationSettings } from "@flytekit-ts/core/tasks";
export type { Problem } from "../problem/problem.js";
export { compile } from "../compile/compile.js";
export type { CompiledWorkflow, CompileOptions } from "../compile/compiled-workflow.js";
export type { Arms, Common, Conditional, MixedArms } from "../conditional/arms.js";
export { conditional } from "../conditional/conditional.js";
export { and, or } from "../conditional/join-conditions.js";
export { dynamic } from "../dynamic/dynamic.js";
export type { Dynamic, DynamicDeclaration } from "../dynamic/dynamic.js";
export type { FailureHandler } from "../failure/failure-handler.js";
export { workflow } from "../function/workflow.js";
export type { Workflow, WorkflowDeclaration } from "../function/workflow.js";
export type { DefaultOptions, FailurePolicy } from "../trace/workflow-entity.js";
export type { WorkflowMembers } from "../function/workflow-members.js";
export { approve, sleep, waitForInput } from "../gate/gates.js";
export type { AddedNode, ImperativeWorkflow } from "../imperative/imperative-types.js";
export { imperativeWorkflow } from "../imperative/imperative-workflow.js";
export type { ImperativeDeclaration } from "../imperative/imperative-workflow.js";
export { launchPlan } from "../launch-plan/launch-plan.js";
export type { LaunchPlan, LaunchPlanOptions, SomeInputs } from "../launch-plan/launch-plan.js";
export type { ExecutionOptions } from "../launch-plan/launch-plan-settings.js";
export type { Notification } from "../launch-plan/notification.js";
export { cron, fixedRate } from "../launch-plan/schedule.js";
export type { CronOptions, Schedule, ScheduleOptions } from "../launch-plan/schedule.js";
export { mapTask } from "../map/map-task.js";
export type { MapTask } from "../map/map-task.js";
export type { MapOptions } from "../map/map-settings.js";
export type { RequiredInputs } from "../launch-plan/required-inputs.js";
export type { IsPartial, MapInputs, MapOutput } from "../map/map-types.js";
export { referenceLaunchPlan, referenceTask, referenceWorkflow } from "../reference/references.js";
export type { ReferenceCallable, ReferenceDeclaration, ReferenceWorkflow } from "../reference/references.js";
export { serialize } from "../serialize/serialize.js";
export type { SerializedEntity } from "../serialize/serialized-entity.js";
export { withDefaultPlans } from "../serialize/with-default-plans.js";
