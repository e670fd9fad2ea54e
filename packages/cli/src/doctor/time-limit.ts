import type { Signal } from "@flytekit-ts/core/storage";

/** A signal that fires when a time is over or another one fires, until it is cleared. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  clear(): void;
}

/**
 * Limit the time of something.
 *
 * `AbortSignal.any` with `AbortSignal.timeout` would say the same, but Node 20 collects the latter as garbage before it fires.
 */
export function timeLimit(milliseconds: number, outer: Signal): TimeLimit {
  const controller = new AbortController();
  const end = (): void => controller.abort(outer.reason);
  const late = new DOMException("The time is over.", "TimeoutError");
  const timer = setTimeout(() => controller.abort(late), milliseconds);
  if (outer.aborted) end();
  else outer.addEventListener("abort", end, { once: true });
  return {
    signal: controller.signal,
    clear() {
      clearTimeout(timer);
      outer.removeEventListener("abort", end);
    },
  };
}
