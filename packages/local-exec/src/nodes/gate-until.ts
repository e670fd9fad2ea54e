import type * as idl from "@flytekit-ts/models/core";
import type { GateTarget } from "../plan/plan.js";
import type { NodeRun } from "../scope/node-run.js";
import type { Scope } from "../scope/scope.js";

/** A moment until which a gate waits, and the span that it is from its start. Both in milliseconds. */
export interface Until {
  readonly at: number;
  readonly span: number;
}

/** When a gate gives up, if it does. A timeout of zero is none, as on a cluster. */
export function timeoutOf({ node }: NodeRun<GateTarget>, since: number): Until | undefined {
  const { timeout } = node.message.metadata ?? {};
  const span = timeout === undefined ? 0 : toMilliseconds(timeout);
  return span > 0 ? { at: since + span, span } : undefined;
}

/**
 * Since when a gate waits: now, or since an earlier run came to it that this one resumes. So a resumed gate waits only
 * for the rest of its time.
 */
export function sinceOf(given: NodeRun<GateTarget>, { run: { clock, history } }: Scope): number {
  return history?.waitingSince?.(given) ?? clock.now();
}

/** The milliseconds of a duration in a message. */
export function toMilliseconds({ seconds, nanos }: Duration): number {
  return Number(seconds) * 1000 + nanos / 1_000_000;
}

type Duration = NonNullable<idl.SleepCondition["duration"]>;
