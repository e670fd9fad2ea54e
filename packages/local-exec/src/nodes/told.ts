import type { Target } from "../plan/plan.js";
import type { Maybe } from "../scope/maybe.js";
import { type NodeRun, type Outcome, SKIPPED } from "../scope/node-run.js";
import type { Scope } from "../scope/scope.js";
import { tellFailed, tellSkipped, tellStarted, tellSucceeded } from "../scope/tell.js";

/** Runs the nodes of one kind. */
export type RunNode<T extends Target> = (given: NodeRun<T>, scope: Scope) => Maybe<Outcome>;

/** Tells the events of nodes that have only one attempt. Tasks may have more attempts, and tell their own events. */
export function told<T extends Target>(run: RunNode<T>): RunNode<T> {
  return async (given, scope) => {
    const { clock } = scope.run;
    const start = clock.elapsed();
    await tellStarted(given, { attempt: 0 }, scope);
    try {
      const outcome = await run(given, scope);
      const duration = clock.elapsed() - start;
      if (outcome === SKIPPED) tellSkipped(given, scope);
      else await tellSucceeded(given, { attempt: 0, outputs: outcome, duration }, scope);
      return outcome;
    } catch (cause) {
      const duration = clock.elapsed() - start;
      throw tellFailed(given, { attempt: 0, cause, duration, retrying: false }, scope);
    }
  };
}
