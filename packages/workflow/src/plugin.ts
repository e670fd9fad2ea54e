export type { BackendCode } from "./check/backend-code.js";
export { checkGraph } from "./check/check-graph.js";
export { checkLaunchPlan } from "./check/check-launch-plan.js";
export type { LaunchPlanParts } from "./check/check-launch-plan.js";
export { checkTask } from "./check/check-task.js";
export { literalTypeOf } from "./check/literal-type-of.js";
export { checkWorkflow } from "./check/check-workflow.js";
export type { LaunchPlanInterface, WorkflowToCheck } from "./check/entities.js";
export { describeProblem } from "./check/describe-problem.js";
export { toProblem } from "./check/problem.js";
export type { Problem, ProblemContext } from "./check/problem.js";
export { compile } from "./compile/compile.js";
export type { CompiledWorkflow, CompileOptions } from "./compile/compiled-workflow.js";
export { dnsSafe } from "./compile/dns-safe.js";
export { entitiesOf } from "./compile/entities.js";
export { graphOf } from "./compile/graph.js";
export type { Graph } from "./compile/graph.js";
export { launchPlanId } from "./compile/launch-plan-id.js";
export { toIdlWorkflowMetadata, toIdlWorkflowMetadataDefaults } from "./compile/lower-workflow.js";
export type { WorkflowMetadata, WorkflowMetadataDefaults } from "./compile/lower-workflow.js";
export { workflowId } from "./compile/workflow-id.js";
export { isBranch } from "./conditional/branch-entity.js";
export type { BranchArm, BranchEntity } from "./conditional/branch-entity.js";
export { compileDynamic } from "./dynamic/compile-dynamic.js";
export type { DynamicResult } from "./dynamic/compile-dynamic.js";
export { isDynamic } from "./dynamic/dynamic-entity.js";
export type { DynamicEntity, DynamicParts } from "./dynamic/dynamic-entity.js";
export { errors as workflowErrors } from "./errors.js";
export { trace } from "./function/trace.js";
export { bindOutput, toTrace, traceBody } from "./function/trace-body.js";
export type { Body } from "./function/trace-body.js";
export { isWorkflow } from "./function/workflow-entity.js";
export type {
  DefaultOptions,
  FailureNode,
  FailurePolicy,
  Trace,
  WorkflowEntity,
  WorkflowSettings,
} from "./function/workflow-entity.js";
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
export { cronProblem, parseCron } from "./launch-plan/cron-expression.js";
export type { CronSchedule } from "./launch-plan/cron-expression.js";
export type { CronFault, CronField } from "./launch-plan/cron-field.js";
export { everFires } from "./launch-plan/ever-fires.js";
