import type { Signal } from "@flytekit-ts/core/storage";
import { connectionErrors as errors } from "../errors/connection-errors.js";
import type { FailedAt } from "./call-error.js";

/** What bounds one try of a call. */
export interface Bounds {
  readonly at: FailedAt;
  readonly signal: Signal | undefined;
  /** Milliseconds. */
  readonly timeout: number;
}

/**
 * Does something that ends with its signal, and fires that when the time is over or the caller's signal fires.
 *
 * @throws `CLUSTER_TIMED_OUT`, `CALL_ABORTED`
 */
export async function withinTime<T>(bounds: Bounds, act: (signal: Signal) => Promise<T>): Promise<T> {
  const { at, signal, timeout } = bounds;
  const late = AbortSignal.timeout(timeout);
  const either = signal === undefined ? late : AbortSignal.any([signal, late]);
  try {
    either.throwIfAborted();
    return await act(either);
  } catch (error) {
    if (signal?.aborted === true) throw errors.CALL_ABORTED(at, { cause: signal.reason });
    if (late.aborted) throw errors.CLUSTER_TIMED_OUT({ ...at, timeout }, { cause: error });
    throw error;
  }
}
