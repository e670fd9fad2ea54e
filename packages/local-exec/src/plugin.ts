export { resolveAttributePath } from "@flytekit-ts/core/plugin";
export { evaluateCondition } from "./conditions/evaluate-condition.js";
export { errors as localExecErrors } from "./errors.js";
export type { Mocks } from "./mocks/mocks.js";
export { resolveBinding, resolveBindings } from "./resolve/resolve-binding.js";
export type { OutputsOf } from "./resolve/resolve-binding.js";
export { planOf } from "./plan/plan-of.js";
export type { GraphNode, Plan, PlannedNode, Target } from "./plan/plan.js";
