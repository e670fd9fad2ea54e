import { closest } from "@flytekit-ts/core/graph";
import { errors } from "../errors.js";
import { needsOf, nodesIn } from "../plan/needs.js";
import type { Plan } from "../plan/plan.js";
import type { GateValues } from "./scripted-answers.js";

/**
 * Refuse answers for gates that a run will not have, if its gates wait: the gate that was meant would wait for ever. If
 * there is a dynamic, its gates are not known yet, and any name may be right.
 *
 * @throws `GATES_INVALID`
 */
export function assertKnownAnswers(plan: Plan, answers: GateValues, entity: string): void {
  const names = Object.keys(answers);
  if (names.length === 0) return;
  for (const { target } of nodesIn(plan)) if (target.kind === "dynamic") return;
  const known = needsOf(plan).gates.flatMap(({ condition }) =>
    condition.$case === "sleep" ? [] : [condition.value.signalId],
  );
  const problems = names.flatMap((name) => {
    if (known.includes(name)) return [];
    const meant = closest(name, known);
    return [`there is no gate ${name}${meant === undefined ? "" : `; perhaps ${meant} is meant`}`];
  });
  const advice = "Give answers by the names of signals, as `approve` and `waitForInput` were given them.";
  if (problems.length > 0) throw errors.GATES_INVALID({ entity, problems, advice });
}
