export type { BackendCode } from "./problem/backend-code.js";
export { checkGraph } from "./author-checks/check-graph.js";
export { checkLaunchPlan } from "./backend-rules/check-launch-plan.js";
export type { LaunchPlanParts } from "./backend-rules/check-launch-plan.js";
export { checkTask } from "./backend-rules/check-task.js";
export { literalTypeOf } from "./backend-rules/parts/literal-type-of.js";
export { checkWorkflow } from "./backend-rules/check-workflow.js";
export type { LaunchPlanInterface, WorkflowToCheck } from "./backend-rules/sites/entities.js";
export { describeProblem } from "./problem/describe-problem.js";
export { toProblem } from "./problem/problem.js";
export type { Problem, ProblemContext } from "./problem/problem.js";
export { compile } from "./compile/compile.js";
export type { CompiledWorkflow, CompileOptions } from "./compile/compiled-workflow.js";
export { dnsSafe } from "./messages/dns-safe.js";
export { entitiesOf } from "./compile/entities.js";
export { graphOf } from "./graph/graph.js";
export type { Graph } from "./graph/graph.js";
export { launchPlanId } from "./messages/launch-plan-id.js";
export { toIdlWorkflowMetadata, toIdlWorkflowMetadataDefaults } from "./lower/lower-workflow.js";
export type { WorkflowMetadata, WorkflowMetadataDefaults } from "./function/workflow-metadata.js";
export { workflowId } from "./messages/workflow-id.js";
export { isBranch } from "./conditional/branch-entity.js";
export type { BranchArm, BranchEntity } from "./conditional/branch-entity.js";
export { compileDynamic } from "./compile/compile-dynamic.js";
export type { DynamicResult } from "./compile/compile-dynamic.js";
export { isDynamic } from "./dynamic/dynamic-entity.js";
export type { DynamicEntity, DynamicParts } from "./dynamic/dynamic-entity.js";
export { errors as workflowErrors } from "./errors.js";
export { trace } from "./trace/trace.js";
export { bindOutput, toTrace, traceBody } from "./trace/trace-body.js";
export type { Body } from "./trace/trace-body.js";
export { isWorkflow } from "./trace/workflow-entity.js";
export type {
  DefaultOptions,
  FailureNode,
  FailurePolicy,
  Trace,
  WorkflowEntity,
  WorkflowSettings,
} from "./trace/workflow-entity.js";
export type { GateEntity } from "./gate/gate-entity.js";
export { isLaunchPlan } from "./launch-plan/launch-plan-entity.js";
export type { LaunchPlanEntity, LaunchPlanSettings } from "./launch-plan/launch-plan-entity.js";
export { lowerLaunchPlan } from "./launch-plan/lower-launch-plan.js";
export { lowerMap } from "./map/lower-map.js";
export { isMap, isTaskMap } from "./map/map-entity.js";
export type { MapEntity, MapTarget, SuccessCriteria, TaskMapEntity } from "./map/map-entity.js";
export { isReference } from "./reference/reference-entity.js";
export type { Reference, ReferencedKind, ReferenceEntity } from "./reference/reference-entity.js";
export { allTasks } from "./resolver/all-tasks.js";
export { moduleResolver } from "./resolver/module-resolver.js";
export { cronProblem, parseCron } from "./schedules/cron-expression.js";
export type { CronSchedule } from "./schedules/cron-expression.js";
export type { CronFault, CronField } from "./schedules/cron-field.js";
export { everFires } from "./schedules/ever-fires.js";
