export { resolveAttributePath } from "@flytekit-ts/core/plugin";
export { evaluateCondition } from "./conditions/evaluate-condition.js";
export { errors as localExecErrors } from "./errors.js";
export { resolveBinding, resolveBindings } from "./resolve/resolve-binding.js";
export type { OutputsOf } from "./resolve/resolve-binding.js";
export { planOf } from "./run/plan.js";
export type { Plan, PlannedNode } from "./run/plan.js";
