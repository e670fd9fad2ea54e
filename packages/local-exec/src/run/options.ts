import { availableParallelism } from "node:os";
import type { Signal } from "@flytekit-ts/core";
import { errors } from "../errors.js";
import type { Mock } from "../mocks/mock.js";
import type { RunEvent } from "../scope/events.js";

/** The options of a local run. */
export interface LocalOptions {
  /** How many tasks run at a time. By default the number of processors, but at least 4. */
  readonly concurrency?: number | undefined;
  /** Mocks for references, container tasks and other entities that should not run: see `mock`. */
  readonly mocks?: readonly Mock[] | undefined;
  /**
   * The answers for the gates of the run, by the names of their signals: `true` or `false` for `approve`, a value of
   * its type for `waitForInput`. Nothing waits in a local run: a gate without an answer fails, the timeouts of gates
   * have no effect, and a `sleep` ends at once.
   */
  readonly gates?: { readonly [signal: string]: unknown } | undefined;
  /** Aborts the run when it fires. */
  readonly signal?: Signal | undefined;
  /** Called with each event as it happens. If it throws, the run stops. */
  readonly onEvent?: ((event: RunEvent) => void) | undefined;
}

/** Check the number of tasks that run at a time, and return it. @throws `CONCURRENCY_INVALID` */
export function concurrencyOf({ concurrency = Math.max(4, availableParallelism()) }: LocalOptions): number {
  if (!Number.isInteger(concurrency) || concurrency < 1)
    throw errors.CONCURRENCY_INVALID({ given: concurrency });
  return concurrency;
}
