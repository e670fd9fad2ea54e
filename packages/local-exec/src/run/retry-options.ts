import type { TimeSpan } from "@flytekit-ts/core";
import { coreErrors, describeValue } from "@flytekit-ts/core/errors";
import { assertOptions, parseDuration } from "@flytekit-ts/core/tasks";
import type { Backoff } from "../scope/backoff.js";

/** How attempts of a run follow each other. How often they do, tasks and calls say. */
export interface RetryOptions {
  /** How long a node waits after a failed attempt, before the next one. Without it the next attempt starts at once. */
  readonly backoff?: TimeSpan | GrowingBackoff | undefined;
}

/** A pause that grows with each retry: `first`, then `first * factor`, then `first * factor ** 2`, up to `longest`. */
export interface GrowingBackoff {
  readonly first: TimeSpan;
  /** 2 by default; 1 or more. */
  readonly factor?: number | undefined;
  /** An hour by default. */
  readonly longest?: TimeSpan | undefined;
}

const LONGEST = "1 hour";
const ADVICE =
  'Give the pause: `retries: { backoff: "5 s" }`, `retries: { backoff: { first: "1 s", factor: 2 } }`.';

/** Check the retry options of a run. @throws `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`, `OPTION_INVALID` */
export function assertRetryOptions(given: unknown, at: string): void {
  if (given === undefined) return;
  assertOptions(given, new Set(["backoff"]), `the option \`retries\` of ${at}`, ADVICE);
  const { backoff } = given as { readonly backoff?: unknown };
  if (typeof backoff !== "object" || backoff === null) {
    if (backoff !== undefined) parseDuration(backoff as TimeSpan, "retries.backoff", at);
    return;
  }
  assertOptions(
    backoff,
    new Set(["first", "factor", "longest"]),
    `the option \`retries.backoff\` of ${at}`,
    ADVICE,
  );
  const {
    first,
    factor = 2,
    longest = LONGEST,
  } = backoff as { readonly [K in keyof GrowingBackoff]: unknown };
  parseDuration(first as TimeSpan, "retries.backoff.first", at);
  parseDuration(longest as TimeSpan, "retries.backoff.longest", at);
  if (typeof factor === "number" && factor >= 1 && factor < Infinity) return;
  const option = "retries.backoff.factor";
  const inWords = describeValue(factor);
  const advice = "Give how many times longer each pause is than the one before: `factor: 2`.";
  throw coreErrors.OPTION_INVALID({
    at,
    option,
    wanted: "a number of at least 1",
    given: inWords,
    inWords,
    advice,
  });
}

/** The pauses that checked options ask for, if any. */
export function backoffOf(options: RetryOptions | undefined): Backoff | undefined {
  const backoff = options?.backoff;
  if (backoff === undefined) return undefined;
  if (typeof backoff !== "object") {
    const always = toMilliseconds(backoff);
    return () => always;
  }
  const [first, longest] = [toMilliseconds(backoff.first), toMilliseconds(backoff.longest ?? LONGEST)];
  const { factor = 2 } = backoff;
  return (retry) => (first === 0 ? 0 : Math.min(longest, first * factor ** (retry - 1)));
}

function toMilliseconds(span: TimeSpan): number {
  return Number(parseDuration(span, "retries.backoff", "the run")) / 1_000_000;
}
