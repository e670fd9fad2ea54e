import { coreErrors } from "@flytekit-ts/core/errors";
import type { Signal } from "@flytekit-ts/core/storage";

/** How an execution is watched. */
export interface WatchOptions {
  /** Ends the watching with `CALL_ABORTED`. The execution goes on. */
  readonly signal?: Signal | undefined;
  /** Go on behind a change: its `cursor`. */
  readonly after?: string | undefined;
  /**
   * Milliseconds between two looks. As long as nothing changes they become longer, up to `longestPollInterval`. 1,000 if absent.
   */
  readonly pollInterval?: number | undefined;
  /** 15,000 milliseconds if absent. */
  readonly longestPollInterval?: number | undefined;
  /** The most calls in a second, however many nodes there are. 20 if absent. */
  readonly callsPerSecond?: number | undefined;
  /** For how many milliseconds the cluster may be out of reach before the failure is thrown. 600,000 if absent. */
  readonly outage?: number | undefined;
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

/** The options with what is absent. @throws `OPTION_INVALID` */
export function toWatching(options: WatchOptions): Watching {
  const { pollInterval = 1000, callsPerSecond = 20, outage = 600_000, tasks = "all" } = options;
  const { longestPollInterval = Math.max(15_000, pollInterval) } = options;
  assertNumber("pollInterval", pollInterval, { least: 0, unit: "milliseconds" });
  assertNumber("longestPollInterval", longestPollInterval, { least: pollInterval, unit: "milliseconds" });
  assertNumber("callsPerSecond", callsPerSecond, { least: 1, unit: "calls" });
  assertNumber("outage", outage, { least: 0, unit: "milliseconds" });
  if (tasks !== "all" && tasks !== "failed" && tasks !== "none")
    throw wrong("tasks", '"all", "failed" or "none"', tasks);
  return { shortest: pollInterval, longest: longestPollInterval, callsPerSecond, outage, tasks };
}

interface Range {
  readonly least: number;
  readonly unit: string;
}

function assertNumber(option: string, value: unknown, { least, unit }: Range): void {
  if (typeof value === "number" && value >= least && value <= Number.MAX_SAFE_INTEGER) return;
  throw wrong(option, `a number of ${unit}, at least ${least}`, value);
}

function wrong(option: string, wanted: string, given: unknown): Error {
  const advice = `Give ${wanted}, or leave it out.`;
  return coreErrors.OPTION_INVALID({ at: "remote.watch", option, wanted, given, advice });
}
