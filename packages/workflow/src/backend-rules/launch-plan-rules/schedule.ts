import { coreErrors } from "@flytekit-ts/core/errors";
import type { Schedule } from "@flytekit-ts/models/admin";
import * as errors from "../../errors.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { cronProblem, parseCron } from "../../schedules/cron-expression.js";
import { everFires } from "../../schedules/ever-fires.js";
import { numberOf, textOf } from "../parts/message-parts.js";
import { isWholeNumber, UINT32, wholeNumberWords } from "../parts/whole-number.js";
import type { CheckedLaunchPlan } from "./launch-plan-rule.js";

/**
 * A schedule can fire: its cron expression can be read, and its rate is not zero.
 *
 * flyteadmin accepts an empty expression, an interval of zero, and the older field `cron_expression`, which cannot be
 * activated. A schedule without any time, such as the 31st of February, is only a warning.
 */
export function scheduleProblems({ spec, at }: CheckedLaunchPlan): readonly Problem[] {
  const schedule: Schedule | undefined = spec.entityMetadata?.schedule;
  if (schedule == null) return [];
  const expression = schedule.ScheduleExpression;
  switch (expression?.$case) {
    case "cronSchedule":
      return cronProblems(textOf(expression.value?.schedule), at);
    case "cronExpression": {
      const problem = "Flyte's scheduler cannot activate; `cron_schedule` replaces it";
      return [toProblem(errors.FIELD_UNSUPPORTED({ at, field: "`cron_expression`", problem }), {})];
    }
    case "rate": {
      const given = numberOf(expression.value?.value);
      if (isWholeNumber(given, 1, UINT32)) return [];
      const params = { at, option: "schedule.rate", wanted: wholeNumberWords(1, UINT32), given };
      return [toProblem(coreErrors.OPTION_INVALID(params), {})];
    }
    default:
      return [neverFires(at, "it names no time")];
  }
}

function cronProblems(expression: string, at: string): readonly Problem[] {
  const problem = cronProblem(expression);
  if (problem !== undefined) return [toProblem(errors.CRON_INVALID({ at, expression, problem }), {})];
  const cron = parseCron(expression);
  return "problem" in cron || everFires(cron)
    ? []
    : [neverFires(at, "no month has such a day, or there is no such time")];
}

function neverFires(at: string, problem: string): Problem {
  return toProblem(errors.SCHEDULE_NEVER_FIRES({ at, problem }), { severity: "warning" });
}
