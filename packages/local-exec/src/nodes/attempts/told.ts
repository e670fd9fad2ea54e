import type { Target } from "../../plan/plan.js";
import type { Maybe } from "../../scope/maybe.js";
import { type NodeRun, type Outcome, SKIPPED } from "../../scope/node-run.js";
import type { Scope } from "../../scope/scope.js";
import { tellFailed, tellSkipped, tellStarted, tellSucceeded } from "../../scope/tell.js";
import { type Again, followedBy } from "./budget.js";

/** Runs the nodes of one kind. */
export type RunNode<T extends Target> = (given: NodeRun<T>, scope: Scope) => Maybe<Outcome>;

/** An attempt of a node that is not a task: what it does, and what is special about its events. */
export interface ToldAttempt<T extends Target> {
  readonly run: RunNode<T>;
  /** The id of the execution that the attempt starts, if it starts one. */
  readonly execution?: ((given: NodeRun<T>, scope: Scope) => string) | undefined;
  /** Whether another attempt follows a failure. */
  readonly again?: ((cause: unknown) => Again | undefined) | undefined;
}

/** Tells the events of nodes that have only one attempt. Tasks may have more attempts, and tell their own events. */
export function told<T extends Target>(run: RunNode<T>, execution?: ToldAttempt<T>["execution"]): RunNode<T> {
  const attempt: ToldAttempt<T> = { run, execution };
  // No other attempt follows.
  return (given, scope) => tellAttempt(given, scope, attempt) as Promise<Outcome>;
}

/** Run one attempt of a node, and tell its events. */
export async function tellAttempt<T extends Target>(
  given: NodeRun<T>,
  scope: Scope,
  { run, execution, again: decide }: ToldAttempt<T>,
): Promise<Outcome | Again> {
  const { clock } = scope.run;
  const start = clock.elapsed();
  const { attempt = 0 } = given;
  const started =
    execution === undefined || !scope.isHeard ? { attempt } : { attempt, execution: execution(given, scope) };
  await tellStarted(given, started, scope);
  try {
    const outcome = await run(given, scope);
    const duration = clock.elapsed() - start;
    if (outcome === SKIPPED) tellSkipped(given, scope);
    else await tellSucceeded(given, { attempt, outputs: outcome, duration }, scope);
    return outcome;
  } catch (cause) {
    const duration = clock.elapsed() - start;
    const again = decide?.(cause);
    const error = tellFailed(given, { attempt, cause, duration, ...followedBy(again) }, scope);
    if (again !== undefined) return again;
    throw error;
  }
}
