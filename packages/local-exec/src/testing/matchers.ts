import { describeValue } from "@flytekit-ts/core/errors";
import { errors } from "../errors.js";
import { type Checked, runChecks } from "./run-checks.js";
import type { RunRecord } from "./run-record.js";

/** The matchers for finished runs. Nodes are given by path, by display name, or by the name of their entity. */
export interface RunMatchers<R = unknown> {
  /** The node started, at least once. */
  toHaveRun(node: string): R;
  /** The run succeeded, or one node of it. */
  toHaveSucceeded(node?: string): R;
  /** The node failed for good, with an error of this code if one is given. */
  toHaveFailedAt(node: string, code?: string): R;
  /** The node was tried again after a failure, so many times if a number is given. */
  toHaveRetried(node: string, times?: number): R;
  /** The node succeeded with outputs from the cache. */
  toHaveBeenCached(node: string): R;
  /** The node waited: a gate, or a sleep. */
  toHaveWaited(node: string): R;
  /** The node was skipped, because a node that it needs failed. */
  toHaveSkipped(node: string): R;
}

/** The result of a matcher, for vitest and jest. */
export interface Matched {
  readonly pass: boolean;
  message(): string;
}

type Matcher = (received: unknown, ...expected: readonly unknown[]) => Matched;
type Names = keyof RunMatchers;

/**
 * Matchers for `expect.extend` of vitest or jest. They take what `recordOf` gives.
 *
 * @example
 * expect.extend(runMatchers);
 * expect(await recordOf(run)).toHaveRetried("fetch", 2);
 */
export const runMatchers: { readonly [N in Names]: Matcher } = {
  toHaveRun: matcher("toHaveRun"),
  toHaveSucceeded: matcher("toHaveSucceeded"),
  toHaveFailedAt: matcher("toHaveFailedAt"),
  toHaveRetried: matcher("toHaveRetried"),
  toHaveBeenCached: matcher("toHaveBeenCached"),
  toHaveWaited: matcher("toHaveWaited"),
  toHaveSkipped: matcher("toHaveSkipped"),
};

function matcher(name: Names): Matcher {
  return (received, ...expected) => {
    const checked = check(name, received, expected);
    return { pass: checked.pass, message: () => messageOf(checked, checked.pass) };
  };
}

/** Assertions about a finished run, and their opposites. */
export interface RunAssertions extends RunMatchers<void> {
  readonly not: RunMatchers<void>;
}

/**
 * The same matchers as functions that throw, for node:test and any other runner.
 *
 * @throws `RUN_ASSERTION_FAILED` by the functions
 * @example
 * assertRun(await recordOf(run)).toHaveFailedAt("n1", "TASK_FAILED");
 */
export function assertRun(record: RunRecord): RunAssertions {
  return { ...assertions(record, true), not: assertions(record, false) };
}

function assertions(record: RunRecord, wanted: boolean): RunMatchers<void> {
  const assertion =
    (name: Names) =>
    (...expected: readonly unknown[]): void => {
      const checked = check(name, record, expected);
      if (checked.pass !== wanted)
        throw errors.RUN_ASSERTION_FAILED({ message: messageOf(checked, !wanted) });
    };
  const names = Object.keys(runChecks) as Names[];
  return Object.fromEntries(names.map((name) => [name, assertion(name)])) as unknown as RunMatchers<void>;
}

function check(name: Names, received: unknown, expected: readonly unknown[]): Checked {
  if (!isRecord(received)) {
    const given = describeValue(received);
    const message = `\`${name}\` takes what \`await recordOf(run)\` gives, but was given ${given}.`;
    throw errors.RUN_ASSERTION_FAILED({ message });
  }
  const [node, detail] = expected as [string?, (string | number)?];
  if (typeof node !== "string" && (node !== undefined || name !== "toHaveSucceeded")) {
    const given = describeValue(node);
    const message = `\`${name}\` takes the path or the name of a node, but was given ${given}.`;
    throw errors.RUN_ASSERTION_FAILED({ message });
  }
  return runChecks[name](received, node, detail);
}

function isRecord(value: unknown): value is RunRecord {
  return typeof value === "object" && value !== null && "events" in value && Array.isArray(value.events);
}

function messageOf({ expected, actual }: Checked, isNegated: boolean): string {
  return `expected the run ${isNegated ? "not " : ""}to ${expected}, but ${actual}`;
}
