import { availableParallelism } from "node:os";
import { errors } from "../errors.js";
import type { RunEvent } from "./events.js";

/** How a run goes. */
export interface LocalOptions {
  /** How many tasks run at a time; the number of processors, but at least 4, by default. */
  readonly concurrency?: number | undefined;
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
