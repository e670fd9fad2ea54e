import type { Signal } from "@flytekit-ts/core/storage";
import { assertOptions, parseDuration } from "@flytekit-ts/core/tasks";
import type { ExecutionId, TimeSpan } from "@flytekit-ts/core";
import { errors } from "../../errors.js";
import type { ClusterAccess } from "../../values/cluster-access.js";
import { pausesOf } from "./backoff.js";
import { consoleUrlOf } from "../state/console-url.js";
import { executionWords } from "../state/execution-words.js";
import { type ExecutionStatus, statusOf } from "../state/status.js";

/** How long to wait for an execution, and how often to look. */
export interface WaitOptions {
  /** After how long to give up: milliseconds, or a text such as `"2 hours"`. By default never. The execution goes on. */
  readonly timeout?: TimeSpan | undefined;
  /** The longest pause between two looks, 30 s by default. The first pause is a second, and each is longer than the last. */
  readonly pollInterval?: TimeSpan | undefined;
  readonly signal?: Signal | undefined;
}

const KNOWN: ReadonlySet<string> = new Set(["timeout", "pollInterval", "signal"]);
const FIRST = 1000;
const LONGEST = 30_000;
// A cluster that is being upgraded is away for some minutes, and the execution goes on meanwhile.
const MOST_FAILURES = 10;

/**
 * Looks at an execution until it has ended. A cluster that cannot be reached is asked again, ten times in a row.
 *
 * @throws `EXECUTION_UNFINISHED` when the time is over, `CALL_ABORTED`, `OPTION_INVALID`
 */
export async function waitForEnd(
  id: ExecutionId,
  options: WaitOptions,
  access: ClusterAccess,
): Promise<ExecutionStatus> {
  const at = "execution.wait";
  assertOptions(options, KNOWN, at);
  const longest = Math.max(1, millisecondsOf(options.pollInterval, LONGEST, `pollInterval`, at));
  const timeout = millisecondsOf(options.timeout, Infinity, "timeout", at);
  const { timing } = access;
  const nextPause = pausesOf({ first: FIRST, longest }, timing);
  const look = lookAt(id, options.signal, access);
  const begin = timing.now();
  for (;;) {
    const left = timeout - (timing.now() - begin);
    const status = await look(left <= 0);
    if (status?.isDone === true) return status;
    if (status !== undefined && left <= 0) throw unfinished(id, status, access, timeout);
    await timing.wait(Math.max(0, Math.min(nextPause(), left)), options.signal);
    assertGoesOn(id, options.signal, access);
  }
}

/** Looks once; undefined if the cluster cannot be reached just now, and this is not the last look. */
function lookAt(
  id: ExecutionId,
  signal: Signal | undefined,
  { connection: { admin } }: ClusterAccess,
): (isLast: boolean) => Promise<ExecutionStatus | undefined> {
  let failures = 0;
  return async (isLast) => {
    try {
      const status = statusOf(await admin.getExecution({ id: { ...id, org: "" } }, { signal }));
      failures = 0;
      return status;
    } catch (error) {
      failures += 1;
      const isPassing = errors.CLUSTER_UNREACHABLE.is(error) || errors.CLUSTER_TIMED_OUT.is(error);
      if (isLast || !isPassing || failures >= MOST_FAILURES) throw error;
      return undefined;
    }
  };
}

function assertGoesOn(id: ExecutionId, signal: Signal | undefined, { connection }: ClusterAccess): void {
  if (signal?.aborted !== true) return;
  const { endpoint } = connection.config;
  const call = `waiting for ${executionWords(id)}`;
  throw errors.CALL_ABORTED({ endpoint, call }, { cause: signal.reason });
}

function unfinished(
  id: ExecutionId,
  { phase }: ExecutionStatus,
  { connection }: ClusterAccess,
  after: number,
): Error {
  const consoleUrl = consoleUrlOf(connection.config, id);
  return errors.EXECUTION_UNFINISHED({ execution: executionWords(id), consoleUrl, phase, after });
}

function millisecondsOf(span: TimeSpan | undefined, otherwise: number, option: string, at: string): number {
  return span === undefined ? otherwise : Number(parseDuration(span, option, at)) / 1e6;
}
