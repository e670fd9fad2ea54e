import { coreErrors } from "@flytekit-ts/core/errors";
import { assertBoolean, assertOptions } from "@flytekit-ts/core/tasks";
import type { FailurePolicy } from "@flytekit-ts/workflow";
import type { ExecuteOptions } from "../start/execute-options.js";

/** For which times a launch plan is executed, and how. */
export interface BackfillOptions extends Pick<
  ExecuteOptions,
  | "project"
  | "domain"
  | "name"
  | "namePrefix"
  | "labels"
  | "tags"
  | "maxParallelism"
  | "overwriteCache"
  | "signal"
> {
  /** The times of the schedule behind this one. */
  readonly from: Date;
  /** The times of the schedule before this one. */
  readonly to: Date;
  /** The version of a launch plan of this program. By default the newest one that is registered. */
  readonly planVersion?: string | undefined;
  /** Whether the executions run beside each other. By default each waits for the one before. */
  readonly parallel?: boolean | undefined;
  /** What happens to the others when one fails. By default those that have not started do not. */
  readonly failurePolicy?: FailurePolicy | undefined;
  /** The version of the workflow that is registered. By default one that its content gives. */
  readonly version?: string | undefined;
  /** False to make the workflow only: nothing is registered or executed. */
  readonly register?: boolean | undefined;
  /** False to register the workflow only. */
  readonly execute?: boolean | undefined;
}

const KNOWN: ReadonlySet<string> = new Set(
  (
    "project domain name namePrefix labels tags maxParallelism overwriteCache signal from to planVersion parallel " +
    "failurePolicy version register execute"
  ).split(" "),
);
const AT = "remote.backfill";

/** Asserts the options of a backfill. @throws `OPTION_UNKNOWN`, `OPTION_INVALID`, `OPTIONS_NOT_AN_OBJECT` */
export function assertBackfillOptions(options: BackfillOptions): void {
  const advice = "Say for which times: `{ from: new Date(...), to: new Date(...) }`.";
  assertOptions(options, KNOWN, AT, advice);
  for (const option of ["from", "to"] as const) {
    const given: unknown = options[option];
    const isDate = Object.prototype.toString.call(given) === "[object Date]";
    if (isDate && !Number.isNaN((given as Date).getTime())) continue;
    throw coreErrors.OPTION_INVALID({ at: AT, option, wanted: "a valid date", given, advice });
  }
  for (const option of ["parallel", "register", "execute"] as const) {
    assertBoolean(options[option], option, AT);
  }
}
