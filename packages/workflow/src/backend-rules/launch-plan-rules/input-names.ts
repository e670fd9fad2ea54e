import { coreErrors } from "@flytekit-ts/core/errors";
import { type Problem, toProblem } from "../../problem/problem.js";
import { brief } from "../parts/message-parts.js";
import type { CheckedLaunchPlan } from "./launch-plan-rule.js";

// Enough names to see which one was meant, also if a workflow has more inputs.
const SHOWN = 20;

/** The problem of a value for an input that the workflow does not have. flyteadmin refuses such values. */
export function nameProblem(
  name: string,
  side: "default" | "fixed",
  plan: CheckedLaunchPlan,
): Problem | undefined {
  if (name === "") {
    const where = `${side} inputs of ${plan.at}`;
    return toProblem(coreErrors.VARIABLE_NAME_INVALID({ name, where }), { input: name });
  }
  if (plan.inputs.has(name)) return undefined;
  const known = someOf(plan.inputs.keys()).map(brief);
  const input = brief(name);
  return toProblem(coreErrors.INPUT_UNKNOWN({ entity: `workflow ${plan.workflowName}`, input, known }), {
    input,
  });
}

function someOf(names: Iterable<string>): readonly string[] {
  const some: string[] = [];
  for (const name of names) {
    if (some.length === SHOWN) break;
    some.push(name);
  }
  return some;
}
