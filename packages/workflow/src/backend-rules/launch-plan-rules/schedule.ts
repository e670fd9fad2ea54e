import { coreErrors } from "@flytekit-ts/core/errors";
import type { Schedule } from "@flytekit-ts/models/admin";
import { errors } from "../../errors.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { cronProblem, parseCron } from "../../schedules/cron-expression.js";
import { everFires } from "../../schedules/ever-fires.js";
import { numberOf, textOf } from "../parts/message-parts.js";
import type { CheckedLaunchPlan } from "./launch-plan-rule.js";

/**
 * A schedule fires: its cron expression can be read, its rate is not zero.
 *
 * flyteadmin takes an empty expression, an interval of zero and the older field `cron_expression`, whose
 * schedule cannot be activated. One that has no time at all, such as the 31st of February, is a warning.
 */
export function scheduleProblems({ spec, at }: CheckedLaunchPlan): readonly Problem[] {
  const schedule: Schedule | undefined = spec.entityMetadata?.schedule;
  if (schedule == null) return [];
  const expression = schedule.ScheduleExpression;
  switch (expression?.$case) {
    case "cronSchedule":
      return cronProblems(textOf(expression.value?.schedule), at);
    case "cronExpression": {
      const problem = "the scheduler of Flyte cannot activate; `cron_schedule` took its place";
      return [toProblem(errors.FIELD_UNSUPPORTED({ at, field: "`cron_expression`", problem }), {})];
    }
    case "rate": {
      const given = numberOf(expression.value?.value);
      if (given > 0) return [];
      const params = { at, option: "schedule.rate", wanted: "a number of units above 0", given };
      return [toProblem(coreErrors.OPTION_INVALID(params), {})];
    }
    default:
      return [neverFires(at, "it says no time")];
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
