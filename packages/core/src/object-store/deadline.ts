import * as errors from "../errors.js";
import type { Signal } from "../storage/signal.js";
import { RequestFailed, type RequestFault } from "../errors/request-failed.js";

/** What is being done to which URI, and what may abort it. */
export interface Doing {
  readonly uri: string;
  readonly action: string;
  readonly signal: Signal | undefined;
}

/**
 * Work with a time to be done in, and a signal for it that fires when the time is over or the caller aborts.
 *
 * It ends then in any case: a server that is silent is not waited for, and what the work does later has no effect.
 *
 * @throws `STORAGE_ABORTED`, `RequestFailed`
 */
export async function withDeadline<T>(
  milliseconds: number,
  { uri, action, signal }: Doing,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let onAbort = (): void => {};
  try {
    return await new Promise<T>((resolve, reject) => {
      const stop = (error: Error): void => {
        reject(error);
        controller.abort(error);
      };
      onAbort = () => stop(errors.STORAGE_ABORTED({ uri, action }, { cause: signal?.reason }));
      if (signal?.aborted === true) {
        onAbort();
        return;
      }
      signal?.addEventListener("abort", onAbort);
      timer = setTimeout(() => stop(new RequestFailed(stalledAfter(milliseconds))), milliseconds);
      work(controller.signal).then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}

/** The fault of a server that is silent. */
export const stalledAfter = (milliseconds: number): RequestFault => ({
  kind: "passing",
  problem: `no answer came for ${Number((milliseconds / 1000).toFixed(1))} seconds`,
  advice: "Check the network and the address of the store, or be more patient: `stallAfter`.",
});

/** Waits. @throws `STORAGE_ABORTED` */
export async function pause(milliseconds: number, { uri, action, signal }: Doing): Promise<void> {
  let end = (): void => {};
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  const timer = setTimeout(end, milliseconds);
  signal?.addEventListener("abort", end);
  if (signal?.aborted !== true) await over;
  clearTimeout(timer);
  signal?.removeEventListener("abort", end);
  if (signal?.aborted === true) throw errors.STORAGE_ABORTED({ uri, action }, { cause: signal.reason });
}
