import { availableParallelism } from "node:os";
import type { Isolation, Signal, Storage } from "@flytekit-ts/core";
import { isRemote, storagesOf } from "@flytekit-ts/core/storage";
import { assertOptions } from "@flytekit-ts/core/tasks";
import { elementsOf } from "@flytekit-ts/core/graph";
import { type LocalCache, toCacheSettings } from "../cache/cache-option.js";
import type { Clock } from "../clock/clock.js";
import { realClock } from "../clock/real-clock.js";
import { errors } from "../errors.js";
import type { GateValues } from "../given/scripted-answers.js";
import { type IsolationOptions, toIsolationSettings } from "../isolation/settings.js";
import type { Mock } from "../mocks/mock.js";
import type { RunEvent } from "../events/events.js";
import { assertRetryOptions, type RetryOptions } from "./retry-options.js";
import { assertContextOptions, type ContextOptions } from "./context-options.js";
import type { Interceptor } from "../scope/interceptor.js";
import { wrong } from "../given/wrong-option.js";
import { assertJournalOptions, type JournalOptions } from "./journal-options.js";

/** A function that is called with each event of a run. A promise that it returns is waited for before the run succeeds. */
export type EventListener = (event: RunEvent) => unknown;

/** The options of a local run. */
export interface LocalOptions extends ContextOptions, JournalOptions {
  /** How many tasks run at a time. By default the number of processors, but at least 4. */
  readonly concurrency?: number | undefined;
  /** Mocks for references, container tasks and other entities that should not run: see `mock`. */
  readonly mocks?: readonly Mock[] | undefined;
  /**
   * The answers for the gates of the run, by the names of their signals: `true` or `false` for `approve`, a value of
   * its type for `waitForInput`. A gate without an answer fails at once. With `"wait"`, gates wait for `approve` and
   * `setInput` of the run, as long as their timeouts allow.
   */
  readonly gates?: "wait" | { readonly [signal: string]: unknown } | undefined;
  /** Answers that are known beforehand, if `gates` is `"wait"`. The other gates wait. */
  readonly answers?: { readonly [signal: string]: unknown } | undefined;
  /**
   * The clock for all that takes time: `sleep`, the timeouts of tasks and gates, the pauses between attempts, and the
   * times of events. `"real"` is the clock of this machine. By default it is that clock too, but a `sleep` is over at
   * once.
   */
  readonly clock?: "real" | Clock | undefined;
  /** Called around each execution of a task, to observe or change it: see `Interceptor`. The first is the outermost. */
  readonly interceptors?: readonly Interceptor[] | undefined;
  /**
   * The storages for URIs that are not on the local disk, such as `s3://`. The first is taken whose `schemes` have that
   * of the URI.
   */
  readonly storage?: Storage | readonly Storage[] | undefined;
  /**
   * The folder for what the run writes: bytes and streams that are given for files, files that are downloaded, and
   * working directories. By default a new one among the system's temporary folders. It is made when it is needed, and
   * not deleted, because results point at what is in it.
   */
  readonly filesIn?: string | undefined;
  /** How attempts follow each other. How often a node is tried again, its task and its call say. */
  readonly retries?: RetryOptions | undefined;
  /**
   * Where the results of tasks with `cache` are kept and found again: `true` for the cache of the user, or the path of a
   * folder. A run has no cache unless it asks for one, or the environment has `FLYTE_LOCAL_CACHE_ENABLED=true`.
   */
  readonly cache?: LocalCache | undefined;
  /**
   * Where the functions of tasks run: `"none"` in this process, `"worker"` each in a worker thread, `"process"` each in a
   * process of its own. It is for tasks that have no option `isolation` themselves. Mocks and dynamics run in this process.
   */
  readonly isolation?: Isolation | IsolationOptions | undefined;
  /** Aborts the run when it fires. */
  readonly signal?: Signal | undefined;
  /**
   * Called with each event as it happens: one function, or several. The run stops if one throws, or returns a promise
   * that rejects; the others still get every event. A run does not wait for these promises until it is about to succeed.
   */
  readonly onEvent?: EventListener | readonly EventListener[] | undefined;
}

const KNOWN: ReadonlySet<string> = new Set(
  "concurrency mocks gates answers clock interceptors storage filesIn isolation secrets logger retries cache journal durability journaling labels reuse signal onEvent".split(
    " ",
  ),
);

/**
 * Check the options of a run, except `mocks`, `gates` and `answers`, which are checked against the entity.
 *
 * @throws `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`, `OPTION_INVALID`, `CONCURRENCY_INVALID`
 */
export function assertLocalOptions(options: LocalOptions, entity: string): void {
  const at = `the run of ${entity}`;
  assertOptions(
    options,
    KNOWN,
    at,
    "Pass the options after the inputs: `runLocal(entity, inputs, { concurrency: 8 })`.",
  );
  const { signal, onEvent, storage, filesIn, interceptors } = options;
  storagesOf(storage, at);
  toIsolationSettings(options.isolation, at);
  assertRetryOptions(options.retries, at);
  if (filesIn !== undefined && (typeof filesIn !== "string" || filesIn === "" || isRemote(filesIn))) {
    const advice = 'Pass the path of a folder on this machine: `filesIn: "out"`.';
    throw wrong({ at, option: "filesIn", wanted: "the path of a local folder", advice }, filesIn);
  }
  assertContextOptions(options, at);
  assertJournalOptions(options, at);
  if (signal !== undefined && !isSignal(signal)) {
    const advice = "Pass the `signal` of an `AbortController`, or `AbortSignal.timeout(milliseconds)`.";
    throw wrong({ at, option: "signal", wanted: "an AbortSignal", advice }, signal);
  }
  for (const listener of listenersIn(onEvent)) {
    if (typeof listener === "function") continue;
    const advice = "Pass a function that takes an event: `onEvent: (event) => console.log(event.kind)`.";
    throw wrong({ at, option: "onEvent", wanted: "a function, or an array of functions", advice }, listener);
  }
  toCacheSettings(options.cache, at);
  clockOf(options, at);
  if (interceptors !== undefined && elementsOf(interceptors)?.every(isFunction) !== true) {
    const advice = "Pass a list of functions that call `next`: `interceptors: [(attempt, next) => next()]`.";
    throw wrong({ at, option: "interceptors", wanted: "a list of functions", advice }, interceptors);
  }
  concurrencyOf(options);
}

function listenersIn(onEvent: unknown): readonly unknown[] {
  return onEvent === undefined ? [] : (elementsOf(onEvent) ?? [onEvent]);
}

/** The clock of a run. @throws `OPTION_INVALID` */
export function clockOf({ clock }: LocalOptions, at = "the run"): Clock {
  if (clock === undefined || clock === "real") return realClock;
  if (isClock(clock)) return clock;
  const advice = 'Pass `"real"`, or the `virtualClock()` of `@flytekit-ts/local-exec/testing`.';
  throw wrong({ at, option: "clock", wanted: '"real" or a clock', advice }, clock);
}

/**
 * The answers of a run that are known beforehand.
 *
 * @throws `OPTION_INVALID`
 */
export function answersOf({ gates, answers }: LocalOptions, entity: string): GateValues | undefined {
  if (gates === "wait") return answers;
  if (answers === undefined) return gates;
  const advice = 'Pass them as `gates` if the other gates should fail, or add `gates: "wait"`.';
  const at = `the run of ${entity}`;
  throw wrong({ at, option: "answers", wanted: 'the option `gates: "wait"` beside it', advice }, answers);
}

/** The number of tasks that run at a time. @throws `CONCURRENCY_INVALID` */
export function concurrencyOf({ concurrency = Math.max(4, availableParallelism()) }: LocalOptions): number {
  if (!Number.isInteger(concurrency) || concurrency < 1)
    throw errors.CONCURRENCY_INVALID({ given: concurrency });
  return concurrency;
}

function isFunction(value: unknown): boolean {
  return typeof value === "function";
}

const OF_CLOCK = ["now", "elapsed", "after"] as const;

/** Whether a value has the methods of a clock. */
export function isClock(value: unknown): value is Clock {
  return typeof value === "object" && value !== null && OF_CLOCK.every((name) => isMethod(value, name));
}

// By its members: a signal may come from another realm or from a library.
function isSignal(value: unknown): value is AbortSignal {
  if (typeof value !== "object" || value === null) return false;
  return (
    typeof memberOf(value, "aborted") === "boolean" &&
    isMethod(value, "addEventListener") &&
    isMethod(value, "removeEventListener")
  );
}

function isMethod(value: object, name: string): boolean {
  return typeof memberOf(value, name) === "function";
}

function memberOf(value: object, name: string): unknown {
  try {
    return Reflect.get(value, name);
  } catch {
    // A proxy that does not let itself be read.
    return undefined;
  }
}
