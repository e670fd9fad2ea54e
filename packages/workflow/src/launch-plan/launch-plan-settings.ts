import type { RunAs } from "@flytekit-ts/core";
import { coreErrors } from "@flytekit-ts/core/errors";
import {
  assertBoolean,
  assertOptions,
  assertText,
  assertTexts,
  toSecurityContext,
} from "@flytekit-ts/core/tasks";
import { ConcurrencyBehavior } from "../messages/admin-enums.js";
import type { DefaultOptions } from "../trace/workflow-entity.js";
import type { LaunchPlanSettings } from "./launch-plan-entity.js";
import { type Notification, toIdlNotifications } from "./notification.js";
import { isSchedule, type Schedule } from "./schedule.js";

/** Options of a launch plan that apply to the executions it starts. */
export interface ExecutionOptions extends DefaultOptions {
  readonly schedule?: Schedule | undefined;
  readonly notifications?: readonly Notification[] | undefined;
  /** The URI prefix under which files and other large values are stored. */
  readonly rawOutputPrefix?: string | undefined;
  /** How many nodes run at a time; the cluster decides by default. */
  readonly maxParallelism?: number | undefined;
  /** The identity with which executions run. */
  readonly runAs?: RunAs | undefined;
  /** Whether cached tasks run again and replace their cached results. */
  readonly overwriteCache?: boolean | undefined;
  /** How many executions of the plan may run at a time. Further executions are skipped. */
  readonly concurrency?: { readonly max: number } | undefined;
}

const ADVICE = {
  schedule: 'Write `schedule: cron("0 2 * * *")`, or `fixedRate("1 hour")`.',
  notifications: 'Put it into a list: `notifications: [{ on: ["failed"], email: ["ada@example.com"] }]`.',
  maxParallelism:
    "Give how many nodes run at a time, such as `maxParallelism: 25`; the cluster decides if it is left out.",
  "concurrency.max": "Give how many executions run at a time, such as `concurrency: { max: 1 }`.",
};
const CONCURRENCY = new Set(["max"]);

/**
 * Check the options for executions, and lower them.
 *
 * @throws `OPTION_INVALID`, `OPTION_UNKNOWN`, `OPTIONS_NOT_AN_OBJECT`
 */
export function toLaunchPlanSettings(options: ExecutionOptions, at: string): LaunchPlanSettings {
  const { schedule, notifications = [], labels = {}, annotations = {}, rawOutputPrefix } = options;
  const { maxParallelism = 0, overwriteCache = false, concurrency } = options;
  const wrong = (option: keyof typeof ADVICE, wanted: string, given: unknown): Error =>
    coreErrors.OPTION_INVALID({ at, option, wanted, given, advice: ADVICE[option] });
  if (schedule !== undefined && !isSchedule(schedule))
    throw wrong("schedule", "cron(...) or fixedRate(...)", schedule);
  if (!Array.isArray(notifications)) throw wrong("notifications", "a list", notifications);
  assertTexts(labels, "labels", at);
  assertTexts(annotations, "annotations", at);
  assertText(rawOutputPrefix, "rawOutputPrefix", at);
  assertBoolean(overwriteCache, "overwriteCache", at);
  if (!isCount(maxParallelism, 0, 0x7fffffff))
    throw wrong("maxParallelism", "a whole number from 0 to 2^31 - 1", maxParallelism);
  if (concurrency !== undefined) {
    assertOptions(concurrency, CONCURRENCY, `concurrency of ${at}`);
    if (!isCount(concurrency.max, 1, 0x7fffffff))
      throw wrong("concurrency.max", "a whole number from 1 to 2^31 - 1", concurrency.max);
  }
  return Object.freeze({
    entityMetadata: {
      schedule: schedule?.message,
      notifications: [...notifications].flatMap((each: Notification, index) =>
        toIdlNotifications(each, `notifications[${index}] of ${at}`),
      ),
      launchConditions: undefined,
    },
    labels: { values: new Map(Object.entries(labels)) },
    annotations: { values: new Map(Object.entries(annotations)) },
    securityContext: toSecurityContext(options, at),
    rawOutputDataConfig: { outputLocationPrefix: rawOutputPrefix ?? "" },
    maxParallelism,
    overwriteCache,
    concurrencyPolicy:
      concurrency === undefined ? undefined : { max: concurrency.max, behavior: ConcurrencyBehavior.SKIP },
  });
}

function isCount(given: unknown, least: number, most: number): boolean {
  return Number.isInteger(given) && Number(given) >= least && Number(given) <= most;
}
