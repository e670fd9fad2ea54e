export { FlyteDatetime, isFlytekitError, NonRecoverableError, t, task, testContext } from "@flytekit-ts/core";
export type {
  Accelerator,
  After,
  Args,
  Attribute,
  Bindable,
  Bound,
  CacheOptions,
  Callable,
  Called,
  CallOptions,
  Condition,
  Docs,
  Entity,
  EntityKind,
  ErrorOrigin,
  FlyteError,
  FlytekitError,
  FlytePromise,
  FlyteType,
  In,
  Inputs,
  Kind,
  Logger,
  Out,
  OutSpec,
  PodTemplate,
  Promises,
  Quantity,
  Ref,
  Resource,
  Resources,
  Result,
  Returned,
  Shape,
  SourceLocation,
  Task,
  TaskCacheOptions,
  TaskContext,
  TaskDeclaration,
  TaskFunction,
  TaskOptions,
  TimeSpan,
  Timestamp,
  TypeLike,
  Values,
  VoidPromise,
} from "@flytekit-ts/core";
export type { SerializationSettings } from "@flytekit-ts/core/plugin";
export type { Problem } from "./check/problem.js";
export { compile } from "./compile/compile.js";
export type { CompiledWorkflow } from "./compile/compile.js";
export { workflow } from "./function/workflow.js";
export type { Workflow, WorkflowDeclaration } from "./function/workflow.js";
export type { FailurePolicy } from "./function/workflow-entity.js";
export { serialize } from "./serialize/serialize.js";
export type { SerializedEntity } from "./serialize/serialize.js";
