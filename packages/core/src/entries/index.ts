export { isFlytekitError } from "../errors/flytekit-error.js";
export { IgnoreOutputs } from "../errors/thrown/ignore-outputs.js";
export { NonRecoverableError } from "../errors/thrown/non-recoverable-error.js";
export type { ErrorOrigin, FlytekitError } from "../errors/flytekit-error.js";
export type { SourceLocation } from "../source/place.js";
export type { AliasesOf, CallOptions, MapCallOptions, NodeCallOptions } from "../call/call-options.js";
export type { CallArguments, Callable, InputsOf, OutputOf, Typed } from "../call/callable.js";
export type { Entity, EntityKind } from "../entity/entity.js";
export { FlyteDatetime } from "../literals/flyte-datetime.js";
export { FlyteFloat } from "../literals/flyte-float.js";
export type { Timestamp } from "../literals/timestamps.js";
export type { Accelerator } from "../settings/accelerator.js";
export type { CacheOptions, TaskCacheOptions } from "../settings/cache.js";
export type { DeckOption, DeckTab } from "../settings/deck-option.js";
export type { Docs } from "../settings/docs.js";
export type { Isolation } from "../settings/isolation.js";
export type { PodTemplate } from "../settings/pod-template.js";
export type { Quantity, Resource, Resources } from "../settings/resources.js";
export { containerTask } from "../task/kinds/container-task.js";
export type { ContainerTask, ContainerTaskDeclaration } from "../task/kinds/container-task.js";
export { echoTask } from "../task/kinds/echo-task.js";
export type { EchoOutput, EchoTaskDeclaration } from "../task/kinds/echo-task.js";
export type { ShellOptions } from "../task/kinds/shell/shell-options.js";
export { shellTask } from "../task/kinds/shell/shell-task.js";
export type { ShellTaskDeclaration } from "../task/kinds/shell/shell-task.js";
export { sqlTask } from "../task/kinds/sql-task.js";
export type { SqlTask, SqlTaskDeclaration } from "../task/kinds/sql-task.js";
export type { ErrorClass, RetryRule, RetryTest } from "../settings/retry-rule.js";
export type { RunAs, Secret } from "../settings/security-context.js";
export type { TemplateTask } from "../task/template-task.js";
export { task } from "../task/task.js";
export type { ExactTaskFunction, Task, TaskFunction } from "../task/function-task.js";
export type { TaskDeclaration } from "../task/task-entity.js";
export type { Signal } from "../storage/signal.js";
export { testContext } from "../task/test-context.js";
export type { TestContextParts } from "../task/test-context.js";
export type { ExecutionId, OutputPrefixes, TaskId } from "../task/execution-names.js";
export type { TaskContext } from "../task/task-context.js";
export type { Checkpoint } from "../context/checkpoint.js";
export type { LogFields, Logger } from "../context/logger.js";
export type { SecretRequest } from "../context/secret-name.js";
export type { SecretValue, SecretValues } from "../context/secret-source.js";
export type { Secrets } from "../context/secrets.js";
export type { Deck, DeckPart } from "../deck/deck.js";
export type { TaskOptions } from "../settings/task-settings.js";
export type { TimeSpan } from "../settings/time-span.js";
export type {
  After,
  Args,
  Attribute,
  Bindable,
  Called,
  Condition,
  FlytePromise,
  FlyteType,
  Growing,
  HasFields,
  In,
  Inputs,
  Kind,
  NoPromise,
  Out,
  OutSpec,
  Promises,
  Question,
  RecordInput,
  RecordKind,
  RecordOutput,
  Ref,
  Result,
  Shape,
  TypeLike,
  Values,
  VoidPromise,
} from "../types/infer.js";
export type { ByteStream, Storage, WebByteStream } from "../storage/storage.js";
export type {
  Dataset,
  DatasetInput,
  DatasetReference,
  DirectoryInput,
  FileInput,
  FlyteDirectory,
  FlyteFile,
  UrlLike,
} from "../types/kinds/handles.js";
export type { ExactRecord, ExactValue, JsonRecord, JsonValue } from "../types/kinds/json-values.js";
export type { Refused } from "../types/kinds/refused.js";
export type { Bound, NotAsync, Returned } from "../task/returned-types.js";
export { flyteDirectory, flyteFile } from "../makers/flyte-file.js";
export type { FlyteDirectoryOptions, FlyteFileOptions } from "../makers/flyte-file.js";
export { t } from "../makers/t.js";
export type { FlyteError } from "../transformers/error.js";
