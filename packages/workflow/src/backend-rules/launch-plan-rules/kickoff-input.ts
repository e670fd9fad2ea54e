import { describeLiteralType, SimpleType } from "@flytekit-ts/core/literals";
import * as errors from "../../errors.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { brief, textOf } from "../parts/message-parts.js";
import type { CheckedLaunchPlan } from "./launch-plan-rule.js";

/** The input that gets the start time is a datetime without a fixed value (validateSchedule). */
export function kickoffProblems({
  spec,
  at,
  inputs,
  defaults,
  fixed,
}: CheckedLaunchPlan): readonly Problem[] {
  const schedule = spec.entityMetadata?.schedule;
  const name = textOf(schedule?.kickoffTimeInputArg);
  if (name === "" || schedule?.ScheduleExpression == null) return [];
  const input = brief(name);
  const report = (problem: string): readonly Problem[] => [
    toProblem(errors.KICKOFF_INPUT_INVALID({ at, input, problem }), { input }),
  ];
  if (!inputs.has(name)) return report("the workflow does not have");
  if (fixed.has(name) && !defaults.has(name)) return report("has a fixed value");
  const type = defaults.get(name)?.var?.type ?? inputs.get(name)?.type;
  const isDatetime = type?.type?.$case === "simple" && type.type.value === SimpleType.DATETIME;
  return isDatetime ? [] : report(`is ${describeLiteralType(type)}, not datetime`);
}
