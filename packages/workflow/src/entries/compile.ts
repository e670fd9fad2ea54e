// For executors, clients and tools: the graphs and IDL messages of what an author declared.
import * as workflowErrors from "../errors.js";

export { compileDynamic } from "../compile/compile-dynamic.js";
export type { DynamicResult } from "../compile/compile-dynamic.js";
export { compile } from "../compile/compile.js";
export type { CompiledWorkflow, CompileOptions } from "../compile/compiled-workflow.js";
export { entitiesOf } from "../compile/entities.js";
export { isBranch } from "../conditional/branch-entity.js";
export type { BranchArm, BranchEntity } from "../conditional/branch-entity.js";
export { isDynamic } from "../dynamic/dynamic-entity.js";
export type { DynamicEntity, DynamicParts } from "../dynamic/dynamic-entity.js";
export { failingAsTask } from "../dynamic/failing-as-task.js";
/** The errors of this package, each by its code. Codes are permanent, and each has a page in `docs/errors/`. */
export { workflowErrors };
export { functionWorkflow } from "../function/workflow.js";
export type { FunctionWorkflowKind } from "../function/workflow.js";
export type { WorkflowMetadata, WorkflowMetadataDefaults } from "../function/workflow-metadata.js";
export type { GateEntity } from "../gate/gate-entity.js";
export { graphOf } from "../graph/graph.js";
export type { Graph } from "../graph/graph.js";
export { isLaunchPlan } from "../launch-plan/launch-plan-entity.js";
export type { LaunchPlanEntity, LaunchPlanSettings } from "../launch-plan/launch-plan-entity.js";
export { toLaunchPlanSettings } from "../launch-plan/launch-plan-settings.js";
export { lowerLaunchPlan } from "../launch-plan/lower-launch-plan.js";
export { nextTime } from "../launch-plan/next-time.js";
export { toIdlWorkflowMetadata, toIdlWorkflowMetadataDefaults } from "../lower/lower-workflow.js";
export { lowerMap } from "../map/lower-map.js";
export { isMap, isTaskMap } from "../map/map-entity.js";
export type { MapEntity, MapTarget, SuccessCriteria, TaskMapEntity } from "../map/map-entity.js";
export { dnsSafe } from "../messages/dns-safe.js";
export { launchPlanId } from "../messages/launch-plan-id.js";
export { workflowId } from "../messages/workflow-id.js";
export { isReference } from "../reference/reference-entity.js";
export type { Reference, ReferencedKind, ReferenceEntity } from "../reference/reference-entity.js";
export { bindOutput, toTrace, traceBody } from "../trace/trace-body.js";
export type { Body } from "../trace/trace-body.js";
export { trace } from "../trace/trace.js";
export { isWorkflow } from "../trace/workflow-entity.js";
export type {
  AuthoredWorkflow,
  DefaultOptions,
  FailureNode,
  FailurePolicy,
  Trace,
  WorkflowEntity,
  WorkflowSettings,
} from "../trace/workflow-entity.js";
