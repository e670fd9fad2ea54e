import * as errors from "../../errors.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { brief, entriesOf, textOf } from "../parts/message-parts.js";
import type { CheckedLaunchPlan } from "./launch-plan-rule.js";

const MOST = 16;
// The form of names and values of labels.
const NAME = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const DOMAIN = /^(?=.{1,253}$)[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

/**
 * There are at most 16 labels, and all are valid Kubernetes labels (validateLabels): the key is `name` or
 * `domain/name`, and the value is such a name or empty.
 */
export function labelProblems({ spec, at }: CheckedLaunchPlan): readonly Problem[] {
  const labels = entriesOf(spec.labels?.values);
  const report = (problem: string): Problem => toProblem(errors.LABEL_INVALID({ at, problem }), {});
  if (labels.length > MOST) return [report(`${labels.length} labels, and ${MOST} are allowed`)];
  return labels.flatMap(([key, given]) => {
    const value = textOf(given);
    const name = JSON.stringify(brief(key));
    if (!isLabelName(key)) return [report(`the label name ${name}, which Kubernetes does not accept`)];
    return value === "" || NAME.test(value)
      ? []
      : [report(`a value of the label ${name} that Kubernetes does not accept`)];
  });
}

/** Whether a label may have this name: `name` or `domain/name`. */
export function isLabelName(key: string): boolean {
  const slash = key.indexOf("/");
  return NAME.test(key.slice(slash + 1)) && (slash < 0 || DOMAIN.test(key.slice(0, slash)));
}
