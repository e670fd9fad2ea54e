import type * as admin from "@flytekit-ts/models/admin";
import type { OutSpec, Result, Shape, Typed } from "@flytekit-ts/core";
import { atCaller, describeValue } from "@flytekit-ts/core/errors";
import { isLaunchPlan, nextTime } from "@flytekit-ts/workflow/compile";
import type { Clock } from "../clock/clock.js";
import { errors } from "../errors.js";
import { clockOf, isClock, type LocalOptions } from "../run/options.js";
import { type LocalRun, startLocal } from "../run/start-local.js";

/** The clock of a schedule, when it stops, and the options of its runs. */
export interface RunScheduleOptions extends Omit<LocalOptions, "clock"> {
  readonly clock: Clock;
  /** How many runs are started. */
  readonly times?: number | undefined;
  /** No run is started for a time after this. */
  readonly until?: Date | undefined;
}

/** A run that a schedule started. */
export interface ScheduledRun<R> {
  /** The time for which it was started. The run gets it, if the schedule has a `kickoffTime`. */
  readonly at: Date;
  readonly run: LocalRun<R>;
}

/**
 * Run a launch plan by its schedule: a run starts each time the clock comes to a time of the schedule.
 *
 * The times are those of Flyte's own scheduler, from the time of the clock on. A run may still go on when the next one
 * starts. The returned promise resolves when the last has started: await the `result` of each.
 *
 * @throws `SCHEDULE_NOT_RUNNABLE`, `OPTION_INVALID`, and what `startLocal` throws
 * @example
 * const runs = await runSchedule(nightly, { clock: virtualClock(), times: 3 });
 * console.log(await Promise.all(runs.map(({ run }) => run.result)));
 */
export async function runSchedule<I extends Shape, O extends OutSpec>(
  plan: Typed<I, O>,
  options: RunScheduleOptions,
): Promise<readonly ScheduledRun<Result<O>>[]> {
  const { name, schedule } = atCaller(runSchedule, () => scheduleOf(plan, options));
  const { clock, times = Infinity, until, ...others } = options;
  const { kickoffTimeInputArg: kickoff } = schedule;
  const start = startLocal as (entity: unknown, inputs: object, options: LocalOptions) => LocalRun<Result<O>>;
  const runs: ScheduledRun<Result<O>>[] = [];
  let at = new Date(clock.now());
  while (runs.length < times) {
    const next = nextTime(schedule, at);
    if (next === undefined) throw refused(name, "it does not fire in the next five years");
    if (until !== undefined && next > until) break;
    at = next;
    await new Promise<void>((resolve) => void clock.after(next.getTime() - clock.now(), resolve));
    runs.push({ at, run: start(plan, kickoff === "" ? {} : { [kickoff]: at }, { ...others, clock }) });
  }
  return runs;
}

interface Scheduled {
  readonly name: string;
  readonly schedule: admin.Schedule;
}

function scheduleOf(plan: unknown, options: RunScheduleOptions): Scheduled {
  if (!isLaunchPlan(plan)) throw refused(describeValue(plan), "it is not a launch plan");
  const { name, settings } = plan;
  const schedule = settings.entityMetadata?.schedule;
  if (schedule?.ScheduleExpression === undefined) throw refused(name, "the plan has no schedule");
  if (typeof options !== "object" || options === null) throw refused(name, "it has no options");
  const { clock, times, until } = options;
  if (clock === undefined) throw refused(name, "`clock` is missing");
  clockOf({ clock }, "runSchedule");
  // `"real"` is a clock for a run, but a schedule of years has to be waited for.
  if (!isClock(clock)) throw refused(name, `\`clock\` is ${describeValue(clock)}, not a clock`);
  if (times === undefined && until === undefined)
    throw refused(name, "neither `times` nor `until` says when it stops");
  if (times !== undefined && !(Number.isSafeInteger(times) && times > 0))
    throw refused(name, `\`times\` is ${describeValue(times)}, not a whole number of at least 1`);
  if (until !== undefined && !(until instanceof Date && !Number.isNaN(until.getTime())))
    throw refused(name, `\`until\` is ${describeValue(until)}, not a date`);
  return { name, schedule };
}

function refused(plan: string, problem: string): Error {
  return errors.SCHEDULE_NOT_RUNNABLE({ plan, problem });
}
