import type { TimeSpan } from "@flytekit-ts/core";
import { atCaller, coreErrors, describeValue } from "@flytekit-ts/core/errors";
import { type Entity, isEntity } from "@flytekit-ts/core/graph";
import { assertOptions, type Literals } from "@flytekit-ts/core/tasks";
import { errors } from "../errors.js";
import type { InterceptedAttempt, Interceptor } from "../scope/interceptor.js";
import { type Maybe, whenDone } from "../scope/maybe.js";
import { wrongUnused } from "./mocked.js";
import { spanOf } from "./span-of.js";

/** The executions that a fault strikes: those that fit all that is given. */
export interface FaultAt {
  /** The path of the node as in events, or a pattern for it. */
  readonly node?: string | RegExp | undefined;
  /** The task or the mocked entity, its name, or a pattern for that. */
  readonly entity?: Entity | string | RegExp | undefined;
  /** The index of the item of a map. */
  readonly item?: number | undefined;
  /** 0 for the first attempt. */
  readonly attempt?: number | undefined;
}

/** What a fault does. */
export interface FaultOptions {
  /** Throw this in place of the task. */
  readonly throw?: unknown;
  /** Wait so long, on the clock of the run. */
  readonly delay?: TimeSpan | undefined;
  /** Never end, until the attempt is told to stop. */
  readonly hang?: true | undefined;
  /** Fail as if the worker of the task had ended: with `TASK_PROCESS_LOST`, wherever the task runs. */
  readonly loseWorker?: true | undefined;
  /** Whether it strikes before the task is executed or after. By default before, and then the task is not executed. */
  readonly when?: "before" | "after" | undefined;
  /** A run in which the fault struck nothing fails, unless this is `"allowed"`. */
  readonly unused?: "allowed" | undefined;
}

const OPTIONS: ReadonlySet<string> = new Set("throw delay hang loseWorker when unused".split(" "));
const AT: ReadonlySet<string> = new Set("node entity item attempt".split(" "));

/**
 * Make something go wrong in a run: an error, a delay, a task that hangs, or a lost worker.
 *
 * It is an interceptor: `interceptors: [fault({ entity: fetch, attempt: 0 }, { throw: new Error("no route") })]`. A delay
 * alone leaves the outcome as it is. Several faults may strike one execution, the first of the list first.
 *
 * @throws `OPTION_INVALID`, `OPTION_UNKNOWN`, `OPTIONS_NOT_AN_OBJECT`
 */
export function fault(at: FaultAt, options: FaultOptions): Interceptor {
  return atCaller(fault, () => {
    assertOptions(at, AT, "fault");
    assertOptions(options, OPTIONS, "fault");
    const { when = "before", unused } = options;
    if (when !== "before" && when !== "after") throw wrong("when", '"before" or "after"', when);
    if (unused !== undefined && unused !== "allowed") throw wrongUnused(unused, "fault");
    const fits = matcherOf(at);
    const strike = strikeOf(options);
    const used = new Set<string>();
    const interceptor: Interceptor = (attempt, next) => {
      if (!fits(attempt)) return next();
      used.add(attempt.runId);
      return when === "before"
        ? strikeBefore(() => strike(attempt), next)
        : strikeAfter(() => strike(attempt), next);
    };
    return Object.assign(interceptor, {
      finished(runId: string) {
        if (!used.delete(runId) && unused === undefined) throw errors.FAULT_UNUSED({ fault: inWords(at) });
      },
    });
  });
}

type Strike = (attempt: InterceptedAttempt) => Maybe<void>;

function strikeBefore(strike: () => Maybe<void>, next: () => Maybe<Literals>): Maybe<Literals> {
  const struck = strike();
  return struck instanceof Promise ? struck.then(next) : next();
}

function strikeAfter(strike: () => Maybe<void>, next: () => Maybe<Literals>): Maybe<Literals> {
  return whenDone<Literals, Literals>(
    next,
    (outputs) => {
      const struck = strike();
      return struck instanceof Promise ? struck.then(() => outputs) : outputs;
    },
    (error) => {
      const struck = strike();
      if (!(struck instanceof Promise)) throw error;
      return struck.then(() => Promise.reject(error));
    },
  );
}

function strikeOf(options: FaultOptions): Strike {
  const { delay, hang, loseWorker } = options;
  const throws = Object.hasOwn(options, "throw");
  const ends = [throws, hang === true, loseWorker === true].filter(Boolean).length;
  if (ends > 1 || (ends === 0 && delay === undefined))
    throw wrong("throw", "one of `throw`, `hang` and `loseWorker`, or a `delay`", options);
  const milliseconds = delay === undefined ? undefined : spanOf(delay, "delay", "fault");
  const end: Strike = (attempt) => {
    if (throws) throw options.throw;
    if (loseWorker === true) throw lost(attempt);
    return hang === true ? waitFor(attempt, undefined) : undefined;
  };
  if (milliseconds === undefined) return end;
  return async (attempt) => {
    await waitFor(attempt, milliseconds);
    await end(attempt);
  };
}

/** Waits for some time, or for ever, as long as the attempt should not stop. */
function waitFor({ context, clock }: InterceptedAttempt, milliseconds: number | undefined): Promise<void> {
  const { signal } = context;
  return new Promise((resolve, reject) => {
    const stop = milliseconds === undefined ? () => {} : clock.after(milliseconds, done);
    function done(): void {
      signal.removeEventListener("abort", abort);
      resolve();
    }
    function abort(): void {
      stop();
      const reason: unknown = signal.reason;
      reject(reason);
    }
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort, { once: true });
  });
}

function lost({ entity, node }: InterceptedAttempt): Error {
  return errors.TASK_PROCESS_LOST({
    task: entity,
    node,
    kind: "worker",
    how: "a fault of the test ended it",
  });
}

function matcherOf({ node, entity, item, attempt }: FaultAt): (about: InterceptedAttempt) => boolean {
  const fitsNode = textMatcher(node, "node");
  const fitsEntity = textMatcher(isEntity(entity) ? entity.name : entity, "entity");
  for (const [option, value] of Object.entries({ item, attempt })) {
    if (value !== undefined && !(Number.isInteger(value) && value >= 0))
      throw wrong(option, "a whole number of at least 0", value);
  }
  return (about) =>
    fitsNode(about.node) &&
    fitsEntity(about.entity) &&
    (item === undefined || about.item === item) &&
    (attempt === undefined || about.attempt === attempt);
}

function textMatcher(wanted: unknown, option: string): (text: string) => boolean {
  if (wanted === undefined) return () => true;
  if (typeof wanted === "string") return (text) => text === wanted;
  // Not `test`, which remembers where it was if the pattern is global.
  if (wanted instanceof RegExp) return (text) => text.search(wanted) >= 0;
  throw wrong(option, "a name or a regular expression", wanted);
}

function inWords({ node, entity, item, attempt }: FaultAt): string {
  const parts = { node, entity: isEntity(entity) ? entity.name : entity, item, attempt };
  const words = Object.entries(parts).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} ${value}`],
  );
  return words.length === 0 ? "any execution" : words.join(", ");
}

function wrong(option: string, wanted: string, given: unknown): Error {
  const words = describeValue(given);
  const advice = 'Write it like `fault({ node: "n0", attempt: 0 }, { throw: new Error("no route") })`.';
  return coreErrors.OPTION_INVALID({ at: "fault", option, wanted, given: words, inWords: words, advice });
}
