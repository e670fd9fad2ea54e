import { unreachable } from "@flytekit-ts/core/errors";
import type { Literals } from "@flytekit-ts/core/tasks";
import { errors } from "../errors.js";
import { type GateValues, toSignal } from "../given/gate-values.js";
import { isMistake } from "../given/literal-or-mistake.js";
import type { GateTarget } from "../plan/plan.js";
import type { NodeRun } from "../scope/node-run.js";
import type { Scope } from "../scope/scope.js";

/**
 * Answer a gate with the value from the `gates` of the run. Nothing waits: a `sleep` ends at once.
 *
 * @throws `GATE_REJECTED`, `GATE_NOT_SCRIPTED`, `GATES_INVALID`.
 */
export async function runGateNode(
  { node: { target }, path, inputs }: NodeRun<GateTarget>,
  { run: { gates, store } }: Scope,
): Promise<Literals> {
  const { condition } = target;
  switch (condition.$case) {
    case "sleep":
      return new Map();
    case "approve": {
      const gate = condition.value.signalId;
      if (valueOf(gates, gate, path) === true) return inputs;
      throw errors.GATE_REJECTED({ gate, node: path });
    }
    case "signal": {
      const { signalId, outputVariableName } = condition.value;
      const literal = await toSignal(signalId, valueOf(gates, signalId, path), { gate: target, store });
      if (isMistake(literal)) {
        const { problem, advice } = literal;
        throw errors.GATES_INVALID({ entity: `Node ${path}`, problems: [problem], advice });
      }
      return new Map([[outputVariableName, literal]]);
    }
    default:
      return unreachable(condition);
  }
}

function valueOf(gates: GateValues, gate: string, node: string): unknown {
  if (Object.hasOwn(gates, gate)) return gates[gate];
  throw errors.GATE_NOT_SCRIPTED({ gate, node, scripted: Object.keys(gates) });
}
