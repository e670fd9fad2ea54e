import type * as idl from "@flytekit-ts/models/core";
import { NodeFailure, userFailure } from "../values/failure.js";

/** How often the engine tries again by itself after what is no fault of the author. */
const SYSTEM_RETRIES = 3;

/** What bounds the attempts of a node. */
export interface AttemptBounds {
  /** Attempts that may end with an error of the author. */
  readonly attempts: number;
  /** Of one attempt. */
  readonly timeoutMs: number | undefined;
  readonly signal: AbortSignal;
}

/**
 * Do something until it succeeds, fails for good, or no attempt is left.
 *
 * Failures of the author and of the system take from budgets of their own.
 *
 * @throws `NodeFailure`: of code `RetriesExhausted|<code of the last>` where a retryable one was the last
 */
export async function runAttempts<T>(
  { attempts, timeoutMs, signal }: AttemptBounds,
  work: (attempt: number, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const failures = { USER: 0, SYSTEM: 0 };
  const budgets = { USER: attempts, SYSTEM: SYSTEM_RETRIES + 1 };
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await inTime(timeoutMs, signal, (bounded) => work(attempt, bounded));
    } catch (error) {
      if (!(error instanceof NodeFailure) || !error.isRetryable) throw error;
      const { kind, code, message } = error.failure;
      failures[kind] += 1;
      if (failures[kind] < budgets[kind]) continue;
      const count = `[${failures[kind]}/${budgets[kind]}]`;
      const told = `${count} currentAttempt done. Last Error: ${kind}::${message}`;
      throw new NodeFailure({ kind, code: `RetriesExhausted|${code}`, message: told });
    }
  }
}

/** How often a node may be started: what it says itself counts before what its task says. */
export function attemptsOf({ metadata }: idl.Node, task: idl.TaskTemplate | undefined): number {
  return (metadata?.retries?.retries || task?.metadata?.retries?.retries || 0) + 1;
}

/** The time that one attempt of a node has: of the task's own timeout the engine knows nothing. */
export function timeoutOf({ metadata }: idl.Node): number | undefined {
  const { seconds, nanos } = metadata?.timeout ?? { seconds: 0n, nanos: 0 };
  const ms = Number(seconds) * 1000 + nanos / 1e6;
  return ms > 0 ? ms : undefined;
}

async function inTime<T>(
  timeoutMs: number | undefined,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (timeoutMs === undefined) return work(outer);
  const timer = new AbortController();
  const expired = userFailure("TimeoutExpired", `task execution timeout [${timeoutMs}ms] expired`);
  const late = setTimeout(() => timer.abort(new NodeFailure(expired.failure, true)), timeoutMs);
  try {
    return await work(AbortSignal.any([outer, timer.signal]));
  } finally {
    clearTimeout(late);
  }
}
