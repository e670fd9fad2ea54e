import * as errors from "../../errors.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { brief } from "../parts/message-parts.js";
import type { CheckedLaunchPlan } from "./launch-plan-rule.js";

/**
 * If a plan has a schedule, every input has a value, since nobody passes one at the start (validateSchedule).
 *
 * An optional input without a default counts as required, and so does a parameter that is marked as required. The
 * input that gets the start time needs no other value.
 */
export function unboundProblems({
  spec,
  at,
  inputs,
  defaults,
  fixed,
}: CheckedLaunchPlan): readonly Problem[] {
  const schedule = spec.entityMetadata?.schedule;
  if (schedule?.ScheduleExpression == null) return [];
  const unbound = [...inputs.keys()].filter((name) => {
    if (name === schedule.kickoffTimeInputArg) return false;
    const parameter = defaults.get(name);
    return parameter == null
      ? !fixed.has(name)
      : parameter.behavior?.$case === "required" && parameter.behavior.value;
  });
  return unbound.map((name) => {
    const input = brief(name);
    return toProblem(errors.SCHEDULE_INPUT_UNBOUND({ at, input }), { input });
  });
}
