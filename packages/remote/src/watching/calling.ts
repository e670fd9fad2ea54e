import type { Signal } from "@flytekit-ts/core/storage";
import { connectionErrors as errors } from "../errors/connection-errors.js";
import type { Calling } from "./look/look-at.js";
import type { Timing } from "./timing.js";

/** How calls are made over a long time. */
export interface Patience {
  readonly callsPerSecond: number;
  /** For how long a cluster may be out of reach, in milliseconds. */
  readonly outage: number;
  readonly signal: Signal | undefined;
  readonly timing: Timing;
}

/** In milliseconds, and somewhat long: timers fire early, and a call leaves later than it is counted. */
const SECOND = 1025;

/** The waits between tries while a cluster is out of reach, in milliseconds. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;

/**
 * Calls one after the other, at most so many in any second, and goes on where the connection breaks: until it has been broken
 * for too long, when the last failure is thrown.
 */
export function patientCalling({ callsPerSecond, outage, signal, timing }: Patience): Calling {
  const starts: number[] = [];
  const turn = async (): Promise<void> => {
    const oldest = starts.length < callsPerSecond ? undefined : starts.shift();
    const early = oldest === undefined ? 0 : oldest + SECOND - timing.now();
    if (early > 0) await timing.wait(early, signal);
    starts.push(timing.now());
  };
  return async (call) => {
    let brokenSince: number | undefined;
    for (let tries = 1, wait = FIRST_WAIT; ; tries += 1, wait = Math.min(LONGEST_WAIT, wait * 2)) {
      await turn();
      try {
        return await call();
      } catch (error) {
        const now = timing.now();
        brokenSince ??= now;
        if (!isPassing(error, tries) || now - brokenSince >= outage) throw error;
        // Clients that lost the cluster together must not come back together.
        await timing.wait(wait * (0.5 + timing.random() / 2), signal);
      }
    }
  };
}

/** What servers answer that restart, or have too much to do. */
const PASSING: ReadonlySet<string> = new Set(["UNKNOWN", "INTERNAL", "ABORTED", "RESOURCE_EXHAUSTED"]);

/** A failure of the server itself may be of this one call, and then waiting does not help. */
const TRIES_OF_FAILED = 4;

function isPassing(error: unknown, tries: number): boolean {
  if (errors.CLUSTER_FAILED.is(error)) return tries < TRIES_OF_FAILED && PASSING.has(error.params.status);
  return errors.CLUSTER_UNREACHABLE.is(error) || errors.CLUSTER_TIMED_OUT.is(error);
}
