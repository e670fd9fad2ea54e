import { errors } from "../../errors.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { brief } from "../parts/message-parts.js";
import type { CheckedLaunchPlan } from "./launch-plan-rule.js";

/**
 * With a schedule every input has a value: nobody is there to give one (validateSchedule).
 *
 * An optional input without a default counts as required, and so does a parameter that says so. The one that
 * the schedule itself gives a value is free.
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
