import * as errors from "../errors.js";
import { isFlytekitError } from "../errors/flytekit-error.js";
import { isNonRecoverable } from "../errors/thrown/non-recoverable-error.js";
import { textOf } from "../errors/text-of.js";
import { classNames, type ErrorClass } from "../settings/retry-rule.js";
import { describeValue } from "../words/describe-value.js";
import type { TaskEntity } from "./task-entity.js";

/** What decides whether errors of a task are recoverable. */
export interface Recovering extends Pick<TaskEntity, "name" | "fn" | "template"> {
  /** `retry` is absent in a task of an older copy of this package. */
  readonly settings: Pick<TaskEntity["settings"], "retries"> & Partial<Pick<TaskEntity["settings"], "retry">>;
}

/**
 * Whether another attempt may help after `executeTask` has rejected with this failure. The rule is the same for local
 * runs and containers, so that a task is retried here if and only if it is on a cluster.
 *
 * It is the task's word: `retry.on` if it has one, else whether the task itself has `retries`. What `retries` of a call
 * says changes only how often. A `NonRecoverableError` is never recoverable, and neither are inputs and outputs of a
 * wrong type. If a stream that the task returned fails, or the storage for its outputs does, the rule is asked about
 * that error. A task that runs no function of ours, such as a container task, has no word: the backend tries it again
 * after any failure.
 *
 * Ask where the error was thrown: in another thread or process it has lost its class.
 *
 * @throws `RETRY_RULE_FAILED` if the author's function throws, or returns something other than a boolean.
 */
export function isRecoverable(task: Recovering, failure: unknown): boolean {
  // A plugin failed, not the author: the backend tries such failures again.
  if (errors.TASK_HOOK_FAILED.is(failure)) return true;
  if (errors.TASK_FAILED.is(failure)) return isThrownRecoverable(task, failure.cause);
  if (!errors.TASK_OUTPUT_INVALID.is(failure) || failure.params.task !== task.name) return false;
  const reason = reasonOf(failure.cause);
  return reason !== undefined && isThrownRecoverable(task, reason.error);
}

/** Whether no function of ours runs for a task, so that whoever runs it sees none of its errors. */
export function isRunByOthers({ fn, template }: Pick<TaskEntity, "fn" | "template">): boolean {
  return fn === undefined && template !== undefined;
}

// The stream or the storage failed: what is wrong with the value itself would be wrong again.
function reasonOf(cause: unknown): { readonly error: unknown } | undefined {
  if (!errors.VALUE_NOT_STORED.is(cause) || cause.cause === undefined) return undefined;
  const { cause: error } = cause;
  if (errors.STORAGE_FAILED.is(error)) return { error: error.cause ?? error };
  return isFlytekitError(error) ? undefined : { error };
}

function isThrownRecoverable(task: Recovering, thrown: unknown): boolean {
  if (isNonRecoverable(thrown)) return false;
  if (isRunByOthers(task)) return true;
  const { retry, retries } = task.settings;
  if (retry === undefined) return retries > 0;
  const { on } = retry;
  if (typeof on !== "function") return isReadable(thrown) && on.some((each) => isOf(thrown, each, task));
  const answer = asked(() => on(thrown), thrown, task);
  if (typeof answer === "boolean") return answer;
  // If it is a promise, nobody else waits for it, and a rejection would end the process.
  Promise.resolve(answer).catch(() => {});
  throw failed(task, thrown, `returned ${describeValue(answer)} instead of true or false`, answer);
}

function isOf(thrown: unknown, wanted: ErrorClass, task: Recovering): boolean {
  if (asked(() => thrown instanceof wanted, thrown, task)) return true;
  if (typeof thrown !== "object" || thrown === null) return false;
  const names = classNames(wanted.prototype as object);
  // Classes without a name have nothing to be known by.
  return names[0] !== "" && endsWith(namesOf(thrown), names);
}

// What hides its prototypes is of no class, and `instanceof` would throw.
function isReadable(thrown: unknown): boolean {
  if ((typeof thrown !== "object" && typeof thrown !== "function") || thrown === null) return true;
  try {
    let each: unknown = thrown;
    while (each !== null) each = Object.getPrototypeOf(each);
    return true;
  } catch {
    return false;
  }
}

function endsWith(all: readonly string[], names: readonly string[]): boolean {
  const start = all.length - names.length;
  return start >= 0 && names.every((name, index) => all[start + index] === name);
}

function namesOf(thrown: object): readonly string[] {
  try {
    const prototype = Object.getPrototypeOf(thrown) as object | null;
    return prototype === null ? [] : classNames(prototype);
  } catch {
    // A proxy that does not let itself be read.
    return [];
  }
}

function asked<T>(ask: () => T, thrown: unknown, task: Recovering): T {
  try {
    return ask();
  } catch (cause) {
    throw failed(task, thrown, `threw: ${textOf(cause)}`, cause);
  }
}

function failed({ name }: Recovering, thrown: unknown, problem: string, cause: unknown): Error {
  return errors.RETRY_RULE_FAILED({ task: name, error: textOf(thrown), problem }, { cause });
}
