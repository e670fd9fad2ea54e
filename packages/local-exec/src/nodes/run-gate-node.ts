import { unreachable } from "@flytekit-ts/core/errors";
import type { Literals } from "@flytekit-ts/core/tasks";
import { errors } from "../errors.js";
import type { GateTarget } from "../plan/plan.js";
import type { NodeRun, Outcome } from "../scope/node-run.js";
import type { Scope } from "../scope/scope.js";
import { approvalOf, inputOf } from "./answer-of-gate.js";
import { attemptsOf } from "./attempts/attempts-of.js";
import { sleepAt } from "./sleep-at-gate.js";

/** Run a gate. One whose time is over waits again, as often as its retries allow. */
export function runGateAttempts(given: NodeRun<GateTarget>, scope: Scope): Promise<Outcome> {
  return attemptsOf(given, scope, {
    run: runGateNode,
    verdict: (cause) => (errors.GATE_TIMED_OUT.is(cause) ? "recoverable" : "permanent"),
  });
}

/**
 * Run a gate once: with the answer that the run was started with, or with one that is given while the gate waits. A `sleep`
 * takes its time if the run has a clock for it.
 *
 * @throws `GATE_REJECTED`, `GATE_NOT_SCRIPTED`, `GATES_INVALID`, `GATE_TIMED_OUT`.
 */
async function runGateNode(given: NodeRun<GateTarget>, scope: Scope): Promise<Literals> {
  const { condition } = given.node.target;
  switch (condition.$case) {
    case "sleep":
      if (scope.run.gates.sleeps) await sleepAt(given, condition.value.duration, scope);
      return new Map();
    case "approve": {
      const gate = condition.value.signalId;
      if (await approvalOf(given, gate, scope)) return given.inputs;
      throw errors.GATE_REJECTED({ gate, node: given.path });
    }
    case "signal": {
      const { signalId, outputVariableName } = condition.value;
      return new Map([[outputVariableName, await inputOf(given, signalId, scope)]]);
    }
    default:
      return unreachable(condition);
  }
}
