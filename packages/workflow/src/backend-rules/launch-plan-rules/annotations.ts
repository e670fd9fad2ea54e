import * as errors from "../../errors.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { brief, entriesOf } from "../parts/message-parts.js";
import { isLabelName } from "./labels.js";
import type { CheckedLaunchPlan } from "./launch-plan-rule.js";

/**
 * Annotations have names that Kubernetes accepts: those of labels, with a domain in any case. Their values are free.
 *
 * flyteadmin does not check them. Kubernetes then refuses each execution of the plan.
 */
export function annotationProblems({ spec, at }: CheckedLaunchPlan): readonly Problem[] {
  return entriesOf(spec.annotations?.values)
    .filter(([name]) => !isLabelName(name.toLowerCase()))
    .map(([name]) => toProblem(errors.ANNOTATION_INVALID({ at, name: brief(name) }), {}));
}
