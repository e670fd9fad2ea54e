import type { FlytekitError } from "@flytekit-ts/core/errors";
import { errors } from "../../errors.js";
import type { Target } from "../../plan/plan.js";
import type { NodeRun, Outcome } from "../../scope/node-run.js";
import type { Scope } from "../../scope/scope.js";
import { attemptsOf } from "./attempts-of.js";
import { type RunNode, told, type ToldAttempt } from "./told.js";
import { timeoutOf, withTimeout } from "./with-timeout.js";

/** What is said of the nodes of one kind. `words` is the kind in messages. */
export interface TimedKind<T extends Target> extends Pick<ToldAttempt<T>, "execution"> {
  readonly words: string;
}

/**
 * Runs nodes that contain other nodes, as often as their timeouts and retries say, and tells their events.
 *
 * As in Flyte, the failure of a node inside is final: that node has had its own attempts. Only an attempt that takes
 * longer than the timeout of the outer node is followed by another, which runs all nodes inside anew. A failure
 * handler inside does not run for an attempt that took too long.
 */
export function timed<T extends Target>(run: RunNode<T>, kind: TimedKind<T>): RunNode<T> {
  const once = told(run, kind.execution);
  return (given, scope) => {
    const milliseconds = timeoutOf(given.node);
    return milliseconds === undefined
      ? once(given, scope)
      : runInTime({ given, run, kind, milliseconds }, scope);
  };
}

interface InTime<T extends Target> {
  readonly given: NodeRun<T>;
  readonly run: RunNode<T>;
  readonly kind: TimedKind<T>;
  readonly milliseconds: number;
}

async function runInTime<T extends Target>(
  { given, run, kind: { words, execution }, milliseconds }: InTime<T>,
  scope: Scope,
): Promise<Outcome> {
  const { node, path } = given;
  const late = (): FlytekitError =>
    errors.NODE_TIMED_OUT({ kind: words, entity: node.entity, node: path, milliseconds });
  return attemptsOf(given, scope, {
    run: (each, outer) => withTimeout({ milliseconds, late }, outer, async (inner) => run(each, inner)),
    execution,
    verdict: (cause) =>
      errors.NODE_TIMED_OUT.is(cause) && cause.params.node === path ? "recoverable" : "permanent",
  });
}
