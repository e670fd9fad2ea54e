import type * as idl from "@flytekit-ts/models/core";
import { errors } from "../errors.js";
import type { GateTarget } from "../plan/plan.js";
import type { NodeRun } from "../scope/node-run.js";
import type { Scope } from "../scope/scope.js";
import { sinceOf, timeoutOf, toMilliseconds } from "./gate-until.js";
import { afterUntil, waitAtGate } from "./wait-at-gate.js";

/**
 * Wait for a span of time. A sleep that is longer than the timeout of its node fails, as it does on a cluster.
 *
 * @throws `GATE_TIMED_OUT`
 */
export async function sleepAt(
  given: NodeRun<GateTarget>,
  duration: idl.SleepCondition["duration"],
  scope: Scope,
): Promise<void> {
  const since = sinceOf(given, scope);
  const until = since + (duration === undefined ? 0 : toMilliseconds(duration));
  const timeout = timeoutOf(given, since);
  const { path, node } = given;
  await waitAtGate<void>(
    given,
    {
      gate: { for: "time", since, until },
      begin: (done) => afterUntil(until, done, scope),
      late: () =>
        errors.GATE_TIMED_OUT({
          gate: node.entity,
          node: path,
          milliseconds: timeout?.span ?? 0,
          sleeps: true,
        }),
    },
    scope,
    timeout?.at,
  );
}
