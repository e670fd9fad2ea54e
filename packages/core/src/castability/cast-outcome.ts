import { type Type, variantsOf } from "../literals/read-type.js";
import { castingRecords } from "./cast-records.js";
import { castingTypes } from "./cast-types.js";
import { evaluate } from "./evaluation/evaluate.js";
import type { Outcome } from "./evaluation/outcome.js";

// Half a second of work or so, and far more than the types of any author need.
const MOST_WORK = 200_000;

/** What the backend's compiler makes of a cast, and why. */
export function castOutcome(from: Type, to: Type): Outcome {
  const budget = { left: MOST_WORK };
  const rules = castingTypes(castingRecords(budget));
  const variants = variantsOf(from);
  if (variants?.length === 1) {
    const outcome = evaluate({ from: variants[0], to }, rules, budget);
    if (outcome.verdict !== "not-castable") return outcome;
  }
  return rules.directly(from, to) ?? evaluate({ from, to }, rules, budget);
}
