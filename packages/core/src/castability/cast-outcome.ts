import { type Type, variantsOf } from "../literals/read-type.js";
import { castingRecords } from "./cast-records.js";
import { castingTypes } from "./cast-types.js";
import { evaluate } from "./evaluation/evaluate.js";
import type { Outcome } from "./evaluation/outcome.js";

// About half a second of work, which is far more than the types of any author need.
const MOST_WORK = 200_000;

/** The verdict of the backend's compiler on a cast, with the reason. */
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
