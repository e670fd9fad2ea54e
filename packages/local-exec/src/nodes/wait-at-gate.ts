import type { WaitingFor } from "../events/events.js";
import type { GateTarget } from "../plan/plan.js";
import type { NodeRun } from "../scope/node-run.js";
import type { Scope } from "../scope/scope.js";
import { tellWaiting } from "../scope/tell.js";

/** What a gate waits for, and how it is waited for. */
export interface Wait<T> {
  readonly gate: WaitingFor;
  /** Begins to wait. Returns a function that stops it, which is given the reason. */
  readonly begin: (done: (result: T) => void) => (why: string) => void;
  /** The error if the gate still waits at its end. */
  readonly late: () => unknown;
}

/**
 * Wait at a gate, until what it waits for has come, its time is over, or its scope ends. Nothing is left of it then.
 *
 * It holds no slot. Its timers keep the process alive, because the run ends by them if by nothing else.
 */
export async function waitAtGate<T>(
  given: NodeRun<GateTarget>,
  { gate, begin, late }: Wait<T>,
  scope: Scope,
  end: number | undefined = gate.until,
): Promise<T> {
  await tellWaiting(given, gate, scope);
  if (scope.isOver) throw scope.reason;
  return new Promise<T>((resolve, reject) => {
    let stops: ((why: string) => void)[] = [];
    let isOver = false;
    const finish = (why: string, settle: () => void): void => {
      if (isOver) return;
      isOver = true;
      for (const stop of stops) stop(why);
      stops = [];
      settle();
    };
    const add = (stop: (why: string) => void): void => {
      // It may have been over before it began.
      if (isOver) stop("it has its answer");
      else stops.push(stop);
    };
    add(begin((result) => finish("it was answered already", () => resolve(result))));
    add(scope.onEnd((reason) => finish("its node has ended", () => reject(reason))));
    if (end !== undefined && !isOver)
      add(afterUntil(end, () => finish("its time is over", () => reject(late())), scope));
  });
}

/** Call a function at a time, unless the returned function is called before. */
export function afterUntil(until: number, ring: () => void, { run: { clock } }: Scope): () => void {
  return clock.after(Math.max(0, until - clock.now()), ring);
}
