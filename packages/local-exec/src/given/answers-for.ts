import { needsOf } from "../plan/needs.js";
import type { Plan } from "../plan/plan.js";
import { toGateValues } from "./gate-values.js";
import type { GateValues } from "./scripted-answers.js";

/** The answers for the gates of a plan. @throws `GATES_INVALID`, listing every problem */
export function answersFor(plan: Plan, gates: GateValues | undefined, runs: string): GateValues {
  return toGateValues(gates, needsOf(plan).gates, runs);
}
