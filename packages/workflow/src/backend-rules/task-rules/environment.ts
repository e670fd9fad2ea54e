import { coreErrors } from "@flytekit-ts/core/errors";
import { type Problem, toProblem } from "../../problem/problem.js";
import { brief, itemsOf, textOf } from "../parts/message-parts.js";
import type { CheckedTask } from "./task-rule.js";

/**
 * The variables of a container's environment have names without `=`, each once.
 *
 * flyteadmin does not look at them: Kubernetes refuses the pod, or one of two values is lost.
 */
export function environmentProblems({ template: { target }, at }: CheckedTask): readonly Problem[] {
  const env = target?.$case === "container" ? itemsOf(target.value?.env) : [];
  const seen = new Set<string>();
  return env.flatMap((pair) => {
    const name = textOf(pair?.key);
    const twice = seen.has(name);
    seen.add(name);
    if (name !== "" && !name.includes("=") && !twice) return [];
    // Names only: values may be secret.
    const wanted = twice ? "each name once" : "names without =";
    return [
      toProblem(coreErrors.OPTION_INVALID({ at, option: "environment", wanted, given: brief(name) }), {}),
    ];
  });
}
