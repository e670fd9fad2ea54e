import type { Json } from "@flytekit-ts/core/types";

/** Which lines of a job's log are asked for. */
export interface LogQuery {
  /** How many lines; 0 for no bound. */
  readonly lines: bigint;
  /** That of the page before; empty for the first page. */
  readonly token: string;
}

/** A line of a job's log. */
export interface LogLine {
  readonly message: string;
  readonly at?: Date | undefined;
  readonly from?: "user" | "system" | undefined;
}

/** Lines of a job's log. */
export interface LogPage {
  readonly lines: readonly (string | LogLine)[];
  /** Asks for the next page; empty or absent if this is the last. */
  readonly token?: string | undefined;
}

/** Which metrics of a job are asked for. */
export interface MetricQuery {
  /** Their names; empty for those that the connector gives by default. */
  readonly metrics: readonly string[];
  readonly start: Date | undefined;
  readonly end: Date | undefined;
  /** Between two points, in seconds; 0 if the connector chooses. */
  readonly step: number;
}

/** A metric of a job, as Prometheus answers a range query. */
export interface MetricResult {
  readonly metric: string;
  readonly data: { readonly [name: string]: Json };
}
