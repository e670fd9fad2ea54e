import * as errors from "../errors.js";
import { describeValue } from "../words/describe-value.js";

/**
 * Where the function of a task runs when the task is executed on this machine: in the process of the run, in a worker
 * thread, or in a process of its own.
 */
export type Isolation = "none" | "worker" | "process";

const KNOWN: readonly unknown[] = ["none", "worker", "process"] satisfies Isolation[];

/** Asserts an option that is left out or says how a task is isolated. @throws `OPTION_INVALID` */
export function assertIsolation(
  value: unknown,
  option: string,
  at: string,
): asserts value is Isolation | undefined {
  if (value === undefined || KNOWN.includes(value)) return;
  const inWords = describeValue(value);
  throw errors.OPTION_INVALID({
    at,
    option,
    wanted: '"none", "worker" or "process"',
    given: inWords,
    inWords,
    advice: `Write \`${option}: "worker"\` for a thread of its own, \`${option}: "process"\` for a process of its own.`,
  });
}
