import { missingMock } from "../mocks/missing-mock.js";
import { needsOf } from "../plan/needs.js";
import type { Plan } from "../plan/plan.js";
import { toGateValues } from "./gate-values.js";
import type { GateValues } from "./scripted-answers.js";

/**
 * Refuse a plan that cannot run to its end, before anything runs. `runs` names what should run, for messages.
 *
 * @throws `MOCK_MISSING`, `GATES_INVALID`, each listing every problem.
 */
export function assertRunnable(plan: Plan, gates: GateValues | undefined, runs: string): GateValues {
  const { missing, gates: known } = needsOf(plan);
  if (missing.length > 0) throw missingMock(runs, missing);
  return toGateValues(gates, known, runs);
}
