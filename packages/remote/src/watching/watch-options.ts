import type { TimeSpan } from "@flytekit-ts/core";
import { coreErrors } from "@flytekit-ts/core/errors";
import type { Signal } from "@flytekit-ts/core/storage";
import { assertOptions } from "@flytekit-ts/core/tasks";
import { milliseconds } from "../config/milliseconds.js";

/** How an execution is watched. */
export interface WatchOptions {
  /** Ends the watching with `CALL_ABORTED`. The execution goes on. */
  readonly signal?: Signal | undefined;
  /** Go on behind a change: its `cursor`. */
  readonly after?: string | undefined;
  /**
   * The pause between two looks: milliseconds, or a text such as `"5 s"`. As long as nothing changes, the pauses become longer, up
   * to `longestPollInterval`. A second if absent.
   */
  readonly pollInterval?: TimeSpan | undefined;
  /** The longest pause between two looks. 15 seconds if absent. */
  readonly longestPollInterval?: TimeSpan | undefined;
  /** The most calls in a second, however many nodes there are. 20 if absent. */
  readonly callsPerSecond?: number | undefined;
  /** How long the cluster may be out of reach before the failure is thrown. 10 minutes if absent. */
  readonly outage?: TimeSpan | undefined;
  /**
   * Of which nodes the attempts are told, with their logs: of `"all"`, the default, of those that `"failed"`, or of
   * `"none"`. Each node costs a call, and one for each look while it runs.
   */
  readonly tasks?: "all" | "failed" | "none" | undefined;
}

/** Options of which none is absent. */
export interface Watching {
  readonly shortest: number;
  readonly longest: number;
  readonly callsPerSecond: number;
  readonly outage: number;
  readonly tasks: "all" | "failed" | "none";
}

const AT = "remote.watch";
const KNOWN: ReadonlySet<string> = new Set([
  "signal",
  "after",
  "pollInterval",
  "longestPollInterval",
  "callsPerSecond",
  "outage",
  "tasks",
]);

/** The options with what is absent. @throws `OPTION_INVALID`, `OPTION_UNKNOWN`, `OPTIONS_NOT_AN_OBJECT` */
export function toWatching(options: WatchOptions): Watching {
  assertOptions(options, KNOWN, AT);
  const { callsPerSecond = 20, tasks = "all" } = options;
  const shortest = milliseconds(options.pollInterval ?? 1000, { at: AT, option: "pollInterval" });
  const { longestPollInterval = Math.max(15_000, shortest), outage = 600_000 } = options;
  const longest = milliseconds(longestPollInterval, {
    at: AT,
    option: "longestPollInterval",
    least: shortest,
  });
  if (
    typeof callsPerSecond !== "number" ||
    !(callsPerSecond >= 1 && callsPerSecond <= Number.MAX_SAFE_INTEGER)
  )
    throw wrong("callsPerSecond", "a number of calls, at least 1", callsPerSecond);
  if (tasks !== "all" && tasks !== "failed" && tasks !== "none")
    throw wrong("tasks", '"all", "failed" or "none"', tasks);
  return {
    ...{ shortest, longest, callsPerSecond, tasks },
    outage: milliseconds(outage, { at: AT, option: "outage" }),
  };
}

function wrong(option: string, wanted: string, given: unknown): Error {
  const advice = `Give ${wanted}, or leave it out.`;
  return coreErrors.OPTION_INVALID({ at: AT, option, wanted, given, advice });
}
