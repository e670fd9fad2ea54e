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
export type { Condition, Where } from "../entities/query/conditions.js";
export type { ListQuery, PageQuery } from "../entities/query/list-query.js";
export type { Listing, Page } from "../entities/query/listing.js";
export { errors as remoteErrors } from "../errors.js";
export { connect } from "../remote/connect.js";
export type { AuthOptions, ConnectOptions } from "../config/connect-options.js";
export type { Remote } from "../remote/remote.js";
export type { DownloadOptions } from "../transfer/download.js";
export type { TransferCalls } from "../transfer/transfer-calls.js";
export type { UploadOptions } from "../transfer/upload.js";
export type { Uploaded } from "../transfer/uploaded.js";
