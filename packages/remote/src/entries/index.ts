// For those who register, execute and watch: the cluster as an object.
export type { AuthType } from "../config/auth-type.js";
export type { AuthConfig, ClusterConfig } from "../config/cluster-config.js";
export type { Connection } from "../connection/connection.js";
export type { StatusDetail } from "../connection/status-details.js";
export type { HttpAnswer, HttpRequest } from "../connection/http-client.js";
export type { CallOptions, Methods, UnaryCalls } from "../connection/unary-calls.js";
export type { EntityCalls } from "../entities/entity-calls.js";
export type { AttributeKind, Attributes, AttributesOf } from "../entities/admin/attribute-kinds.js";
export type { AttributePlace } from "../entities/admin/attribute-place.js";
export type { NewProject, ProjectChange } from "../entities/admin/projects.js";
export type { NamedEntityChange } from "../entities/admin/update-named-entity.js";
export type { EntityReference, GivenReference, RegisteredKind } from "../entities/ids/entity-reference.js";
export type { GivenScope, Scope } from "../entities/ids/scope.js";
export type {
  DescriptionFields,
  LaunchPlanFields,
  NamedEntityFields,
  ProjectFields,
  TaskFields,
  WorkflowFields,
} from "../entities/lists/columns.js";
export type {
  ActiveLaunchPlanQuery,
  DescriptionQuery,
  NamedEntityQuery,
} from "../entities/lists/other-lists.js";
export type {
  RegisteredLaunchPlan,
  RegisteredTask,
  RegisteredWorkflow,
} from "../entities/lists/registered.js";
export type { Comparisons, Where } from "../entities/query/conditions.js";
export type { ListQuery, PageQuery } from "../entities/query/list-query.js";
export type { Listing, Page } from "../entities/query/listing.js";
export { errors as remoteErrors } from "../errors.js";
export type { ExecutionCalls } from "../executions/execution-calls.js";
export type { Backfill } from "../executions/backfill/backfill.js";
export type { BackfillOptions } from "../executions/backfill/backfill-options.js";
export type { FlyteData, GetOptions } from "../executions/get/get-data.js";
export type { Execution, RestartOptions, UnknownValues } from "../executions/handle/execution.js";
export type { ExecutionFields } from "../executions/list/execution-fields.js";
export type { ExecutionQuery, ListedExecution } from "../executions/list/list-executions.js";
export type { ExecutionSpan } from "../executions/handle/metrics.js";
export type { ExecutionSignal } from "../executions/signals/list-signals.js";
export type { ExecuteOptions } from "../executions/start/execute-options.js";
export type { ClusterInterface } from "../executions/start/executable-interface.js";
export type { ExecutableReference } from "../executions/start/resolve-target.js";
export type { ExecutedEntity, ExecutionStatus } from "../executions/state/status.js";
export type { WaitOptions } from "../executions/handle/wait-for-end.js";
export type { Abortable } from "../values/cluster-access.js";
export { connect } from "../remote/connect.js";
export type { AuthOptions, ConnectOptions } from "../config/connect-options.js";
export type { Remote } from "../remote/remote.js";
export type { DownloadOptions } from "../transfer/download.js";
export type { TransferCalls } from "../transfer/transfer-calls.js";
export type { UploadOptions } from "../transfer/upload.js";
export type { Uploaded } from "../transfer/uploaded.js";

export type { WatchingCalls, LookOptions } from "../watching/watching-calls.js";
export type { Change, ExecutionChange, ItemChange, NodeChange, TaskChange } from "../watching/changes.js";
export type { DeckLink } from "../watching/look/deck-link.js";
export type { NodeLog } from "../watching/look/logs.js";
export type { NodeTree } from "../watching/look/node-tree.js";
export type { Counts, ExecutionSummary } from "../watching/look/summary.js";
export type { ExecutionFault } from "../watching/state/execution-fault.js";
export type { GivenExecution } from "../watching/state/execution-id.js";
export type { NodeState } from "../watching/state/node-state.js";
export type {
  CacheStatus,
  ExecutionPhase,
  NodePhase,
  TaskPhase,
  UnknownValue,
} from "../watching/state/phases.js";
export type { ItemState, LogLink, TaskState } from "../watching/state/task-state.js";
export type { WatchOptions } from "../watching/watch-options.js";
export type { Difference } from "../errors/parts/difference.js";
export type { GivenPlan } from "../registration/activation.js";
export type { RegisterLimits } from "../registration/limits/register-limits.js";
export type {
  CodeSettings,
  RegisterOptions,
  RegisterPackageOptions,
  RegisterSettings,
  RegistrablePackage,
} from "../registration/terms/register-settings.js";
export type {
  RegisteredEntity,
  Registration,
  RegistrationEvent,
} from "../registration/terms/registration.js";
export type { RegistrationCalls } from "../registration/registration-calls.js";
