export { mock } from "../mocks/mock.js";
export type { Mock, MockFunction } from "../mocks/mock.js";
export { runLocal, startLocal } from "../run/start-local.js";
export type { LocalRun } from "../run/start-local.js";
export type { LocalOptions } from "../run/options.js";
export { clearCache } from "../cache/clear-cache.js";
export type { Cleared, ClearOptions } from "../cache/clear-cache.js";
export type { CacheOption, CacheOptions } from "../cache/cache-option.js";
export type {
  CacheHitReason,
  CacheKeyParts,
  CacheMissReason,
  StoredBy,
} from "../events/cache-reason.js";
export type { RunEvent } from "../events/events.js";
export { evaluateCondition } from "../conditions/evaluate-condition.js";
export { errors as localExecErrors } from "../errors.js";
export { resolveBinding, resolveBindings } from "../resolve/resolve-binding.js";
export type { OutputsOf } from "../resolve/resolve-binding.js";
