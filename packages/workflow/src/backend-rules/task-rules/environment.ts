import { coreErrors } from "@flytekit-ts/core/errors";
import { type Problem, toProblem } from "../../problem/problem.js";
import { brief, itemsOf, textOf } from "../parts/message-parts.js";
import type { CheckedTask } from "./task-rule.js";

/**
 * Environment variables of a container have unique names without `=`.
 *
 * flyteadmin does not check them. Later Kubernetes refuses the pod, or one of two values is lost.
 */
export function environmentProblems({ template: { target }, at }: CheckedTask): readonly Problem[] {
  const env = target?.$case === "container" ? itemsOf(target.value?.env) : [];
  const seen = new Set<string>();
  return env.flatMap((pair) => {
    const name = textOf(pair?.key);
    const twice = seen.has(name);
    seen.add(name);
    if (name !== "" && !name.includes("=") && !twice) return [];
    // Only the name is reported: the value may be secret.
    const wanted = twice ? "each name once" : "names without =";
    return [
      toProblem(coreErrors.OPTION_INVALID({ at, option: "environment", wanted, given: brief(name) }), {}),
    ];
  });
}
