// For tools that check graphs or IDL messages, whoever made these: the checks of what Flyte would refuse, and what
// you need to write your own checks.
export { checkGraph } from "../author-checks/check-graph.js";
export { checkExecution } from "../backend-rules/check-execution.js";
export { checkLaunchPlan } from "../backend-rules/check-launch-plan.js";
export type { LaunchPlanParts } from "../backend-rules/check-launch-plan.js";
export { checkTask } from "../backend-rules/check-task.js";
export { checkWorkflow } from "../backend-rules/check-workflow.js";
export { literalTypeOf } from "../backend-rules/parts/literal-type-of.js";
export type { LaunchPlanInterface, WorkflowToCheck } from "../backend-rules/sites/entities.js";
export type { BackendCode } from "../problem/backend-code.js";
export { describeProblem } from "../problem/describe-problem.js";
export { toProblem } from "../problem/problem.js";
export type { Problem, ProblemContext } from "../problem/problem.js";
export { cronProblem, parseCron } from "../schedules/cron-expression.js";
export type { CronSchedule } from "../schedules/cron-expression.js";
export type { CronFault, CronField } from "../schedules/cron-field.js";
export { everFires } from "../schedules/ever-fires.js";
