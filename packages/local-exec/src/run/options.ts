import { availableParallelism } from "node:os";
import { errors } from "../errors.js";
import type { Mock } from "../mocks/mock.js";
import type { RunEvent } from "../scope/events.js";

/** How a run goes. */
export interface LocalOptions {
  /** How many tasks run at a time; the number of processors, but at least 4, by default. */
  readonly concurrency?: number | undefined;
  /** What stands in for references, container tasks, or whatever else should not run: see `mock`. */
  readonly mocks?: readonly Mock[] | undefined;
  /**
   * What the gates of the run are given, by the names of their signals: `true` or `false` for an approval, a value
   * of its type for an input that is waited for. Nothing waits here: a gate that is not named fails, timeouts of
   * gates do not matter, and a `sleep` is over at once.
   */
  readonly gates?: { readonly [signal: string]: unknown } | undefined;
  /** Aborts the run when it fires. */
  readonly signal?: AbortSignal | undefined;
  /** Told of each event as it happens; what it throws stops the run. */
  readonly onEvent?: ((event: RunEvent) => void) | undefined;
}

/** The checked number of tasks that run at a time. @throws `CONCURRENCY_INVALID` */
export function concurrencyOf({ concurrency = Math.max(4, availableParallelism()) }: LocalOptions): number {
  if (!Number.isInteger(concurrency) || concurrency < 1)
    throw errors.CONCURRENCY_INVALID({ given: concurrency });
  return concurrency;
}
