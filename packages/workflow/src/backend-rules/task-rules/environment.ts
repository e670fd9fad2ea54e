import { coreErrors } from "@flytekit-ts/core/errors";
import { ENVIRONMENT_NAME_WORDS, isEnvironmentName } from "@flytekit-ts/core/graph";
import { type Problem, toProblem } from "../../problem/problem.js";
import { brief, itemsOf, textOf } from "../parts/message-parts.js";
import type { CheckedTask } from "./task-rule.js";

/**
 * Environment variables of a container have unique names that Kubernetes accepts.
 *
 * flyteadmin does not check them. Later Kubernetes refuses the pod, or one of two values is lost. From 1.34 on
 * Kubernetes also accepts names such as `A B`, so these are only a warning.
 */
export function environmentProblems({ template: { target }, at }: CheckedTask): readonly Problem[] {
  const env = target?.$case === "container" ? itemsOf(target.value?.env) : [];
  const seen = new Set<string>();
  return env.flatMap((pair) => {
    const name = textOf(pair?.key);
    const twice = seen.has(name);
    seen.add(name);
    if (isEnvironmentName(name) && !twice) return [];
    // Only the name is reported: the value may be secret.
    const wanted = twice ? "each name once" : `names of ${ENVIRONMENT_NAME_WORDS}`;
    const error = coreErrors.OPTION_INVALID({ at, option: "environment", wanted, given: brief(name) });
    const isLost = twice || name === "" || name.includes("=");
    return [toProblem(error, isLost ? {} : { severity: "warning" })];
  });
}
