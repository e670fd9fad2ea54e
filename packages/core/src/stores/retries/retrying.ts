import type { Signal } from "../../storage/signal.js";
import { pause } from "./pause.js";

/** What the failure of a request means: whether to try again, and when at the earliest. */
export interface Verdict {
  /** `throttled` if the store asks for fewer requests, `passing` if the next request may succeed, `lasting` otherwise. */
  readonly kind: "throttled" | "passing" | "lasting";
  /** What the store asked for, in milliseconds. */
  readonly retryAfter?: number | undefined;
}

/** How often requests are tried again, and how long the waits between are. */
export interface RetryPolicy {
  /** Tries after the first, of a request that failed in passing. */
  readonly retries: number;
  /** Tries after the first, of a request that the store throttled. */
  readonly throttledRetries: number;
  /** The longest first wait, in milliseconds. Each further one may be twice as long. */
  readonly backoff: number;
}

/** Five tries where a store is too busy, three where a connection fails. */
export const defaultRetryPolicy: RetryPolicy = Object.freeze({
  retries: 3,
  throttledRetries: 5,
  backoff: 1000,
});

const LONGEST_WAIT = 30_000;
const LONGEST_ASKED = 120_000;

/** What `retrying` needs: the rules, what a failure means, and what may abort the waits. */
export interface Retrying {
  readonly policy: RetryPolicy;
  readonly verdictOf: (error: unknown) => Verdict;
  readonly signal?: Signal | undefined;
}

/**
 * Does something, and again where it fails in passing, with growing waits. The last failure is thrown, and an aborted
 * wait throws the failure before it.
 */
export async function retrying<T>(act: (attempt: number) => Promise<T>, options: Retrying): Promise<T> {
  const failures = countFailures(options);
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await act(attempt);
    } catch (error) {
      if (!(await failures.isWorthwhile(error))) throw error;
    }
  }
}

/** The failures of one undertaking so far. */
export interface FailureCount {
  /** Counts a failure and waits; false if there is no use in trying again. */
  isWorthwhile(error: unknown): Promise<boolean>;
  /** Forgets the failures: there was progress. */
  reset(): void;
}

/** Counts the failures of one undertaking, for what `retrying` cannot express. */
export function countFailures({ policy, verdictOf, signal }: Retrying): FailureCount {
  let passing = 0;
  let throttled = 0;
  return {
    async isWorthwhile(error) {
      const { kind, retryAfter } = verdictOf(error);
      if (kind === "lasting" || signal?.aborted === true) return false;
      const count = kind === "throttled" ? (throttled += 1) : (passing += 1);
      if (count > (kind === "throttled" ? policy.throttledRetries : policy.retries)) return false;
      await pause(waitBefore(count, policy.backoff, retryAfter), signal);
      return !isAborted(signal);
    },
    reset() {
      passing = 0;
      throttled = 0;
    },
  };
}

// It may have fired during the wait, which the compiler does not see.
const isAborted = (signal: Signal | undefined): boolean => signal?.aborted === true;

// Clients that failed together must not come back together.
function waitBefore(count: number, backoff: number, asked = 0): number {
  const longest = Math.min(LONGEST_WAIT, backoff * 2 ** (count - 1));
  return Math.max(Math.min(asked, LONGEST_ASKED), longest * (0.5 + Math.random() / 2));
}

/** The milliseconds of a `Retry-After` header: seconds, or a date. */
export function retryAfterOf(header: string | null | undefined): number | undefined {
  if (header === null || header === undefined || header === "") return undefined;
  const seconds = Number(header);
  const milliseconds = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000;
  return Number.isNaN(milliseconds) || milliseconds < 0 ? undefined : milliseconds;
}
