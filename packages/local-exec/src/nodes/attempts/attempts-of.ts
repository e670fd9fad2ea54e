import type { Target } from "../../plan/plan.js";
import type { NodeRun, Outcome } from "../../scope/node-run.js";
import type { Scope } from "../../scope/scope.js";
import { Again, Budget, type Verdict } from "./budget.js";
import { type RunNode, tellAttempt, type ToldAttempt } from "./told.js";

/** What an attempt does, and what its failure allows. */
export interface RetriedAttempt<T extends Target> extends Pick<ToldAttempt<T>, "execution"> {
  readonly run: RunNode<T>;
  readonly verdict: (cause: unknown) => Verdict;
}

/** Run a node that is not a task as often as its retries and its failures allow, and tell its events. */
export async function attemptsOf<T extends Target>(
  given: NodeRun<T>,
  scope: Scope,
  { run, execution, verdict }: RetriedAttempt<T>,
): Promise<Outcome> {
  // Attempts that failed before the run was resumed count.
  const before = scope.run.history?.attemptsOf(given.path) ?? 0;
  const budget = new Budget((given.node.message.metadata?.retries?.retries ?? 0) - before, scope);
  const attempt: ToldAttempt<T> = { run, execution, again: (cause) => budget.take(verdict(cause)) };
  for (let number = before; ; number += 1) {
    const result = await tellAttempt(number === 0 ? given : { ...given, attempt: number }, scope, attempt);
    if (!(result instanceof Again)) return result;
    await result.until(scope);
  }
}
