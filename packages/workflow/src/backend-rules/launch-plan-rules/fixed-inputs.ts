import * as errors from "../../errors.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { brief } from "../parts/message-parts.js";
import { nameProblem } from "./input-names.js";
import type { CheckedLaunchPlan } from "./launch-plan-rule.js";
import { valueProblems } from "./value-problems.js";

/**
 * Each fixed value is for an input of the workflow and castable to its type (validateLiteralMap).
 *
 * flyteadmin also accepts a fixed value for an input that has a default. Then each execution fails, since the default
 * is applied first and a fixed value cannot be overridden.
 */
export function fixedProblems(plan: CheckedLaunchPlan): readonly Problem[] {
  return [...plan.fixed].flatMap(([name, literal]) => {
    const unknown = nameProblem(name, "fixed", plan);
    // The default of the same name has this problem reported already.
    if (unknown !== undefined) return plan.defaults.has(name) ? [] : [unknown];
    const input = brief(name);
    if (plan.defaults.has(name)) {
      return [toProblem(errors.INPUT_FIXED_AND_DEFAULTED({ at: plan.at, input }), { input })];
    }
    const place = { at: `fixed input ${input} of ${plan.at}`, input };
    const wanted = plan.inputs.get(name)?.type;
    return wanted == null ? [] : valueProblems(literal, wanted, place);
  });
}
