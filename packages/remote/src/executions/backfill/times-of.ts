import type * as admin from "@flytekit-ts/models/admin";
import { nextTime } from "@flytekit-ts/workflow/compile";
import { errors } from "../../errors.js";

// flyteadmin takes workflows of so many nodes.
const MOST = 100;

/**
 * The times of a schedule between two others, both left out, as Flyte's own scheduler counts them: in the time zone of the
 * expression, with its summer time.
 *
 * @throws `BACKFILL_INVALID`
 */
export function timesOf(
  schedule: admin.Schedule | undefined,
  { plan, from, to }: { readonly plan: string; readonly from: Date; readonly to: Date },
): readonly Date[] {
  const refuse = (problem: string): Error => errors.BACKFILL_INVALID({ plan, problem });
  if (from.getTime() >= to.getTime())
    throw refuse(
      `it should begin before it ends, and not go from ${from.toISOString()} to ${to.toISOString()}`,
    );
  const kind = schedule?.ScheduleExpression?.$case;
  if (schedule === undefined || kind === undefined) throw refuse("the launch plan has no schedule");
  if (kind === "rate")
    throw refuse("its schedule is a fixed rate, whose times depend on when it was activated");
  if (kind !== "cronSchedule") throw refuse("its schedule is of a kind that Flyte does not run any more");
  const times: Date[] = [];
  for (
    let next = nextTime(schedule, from);
    next !== undefined && next < to;
    next = nextTime(schedule, next)
  ) {
    times.push(next);
    if (times.length > MOST)
      throw refuse(`there are more than ${MOST} times, and a workflow has at most ${MOST} nodes`);
  }
  if (times.length > 0) return times;
  const first = nextTime(schedule, from);
  const words =
    first === undefined ? "its schedule never fires" : `the first time behind is ${first.toISOString()}`;
  throw refuse(`there is no time between ${from.toISOString()} and ${to.toISOString()}: ${words}`);
}
