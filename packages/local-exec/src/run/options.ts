import { availableParallelism } from "node:os";
import type { Logger, SecretValues, Signal, Storage } from "@flytekit-ts/core";
import { coreErrors, describeValue } from "@flytekit-ts/core/errors";
import { isRemote, storagesOf } from "@flytekit-ts/core/storage";
import { assertOptions } from "@flytekit-ts/core/tasks";
import { isPlainObject } from "@flytekit-ts/core/types";
import { errors } from "../errors.js";
import type { Mock } from "../mocks/mock.js";
import type { RunEvent } from "../events/events.js";

/** The options of a local run. */
export interface LocalOptions {
  /** How many tasks run at a time. By default the number of processors, but at least 4. */
  readonly concurrency?: number | undefined;
  /** Mocks for references, container tasks and other entities that should not run: see `mock`. */
  readonly mocks?: readonly Mock[] | undefined;
  /**
   * The answers for the gates of the run, by the names of their signals: `true` or `false` for `approve`, a value of
   * its type for `waitForInput`. Nothing waits in a local run: a gate without an answer fails, the timeouts of gates
   * have no effect, and a `sleep` ends at once.
   */
  readonly gates?: { readonly [signal: string]: unknown } | undefined;
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
  /**
   * Values of secrets, by name such as `"db/password"`, or a function that knows them. They come before environment
   * variables (`DB_PASSWORD`) and files.
   */
  readonly secrets?: SecretValues | undefined;
  /**
   * Where the messages of tasks go, besides the events: an object with the methods of a logger, or `false` for nowhere. By
   * default they are lines on standard error.
   */
  readonly logger?: Logger | false | undefined;
  /** Aborts the run when it fires. */
  readonly signal?: Signal | undefined;
  /**
   * Called with each event as it happens. The run stops if it throws, or if it returns a promise that rejects. A run
   * does not wait for these promises until it is about to succeed.
   */
  readonly onEvent?: ((event: RunEvent) => unknown) | undefined;
}

const KNOWN: ReadonlySet<string> = new Set(
  "concurrency mocks gates storage filesIn secrets logger signal onEvent".split(" "),
);

/**
 * Check the options of a run, except `mocks` and `gates`, which are checked against the entity.
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
  const { signal, onEvent, storage, filesIn } = options;
  storagesOf(storage, at);
  if (filesIn !== undefined && (typeof filesIn !== "string" || filesIn === "" || isRemote(filesIn))) {
    const advice = 'Pass the path of a folder on this machine: `filesIn: "out"`.';
    throw invalid({ at, option: "filesIn", wanted: "the path of a local folder", advice }, filesIn);
  }
  assertSecrets(options.secrets, at);
  assertLogger(options.logger, at);
  if (signal !== undefined && !isSignal(signal)) {
    const advice = "Pass the `signal` of an `AbortController`, or `AbortSignal.timeout(milliseconds)`.";
    throw invalid({ at, option: "signal", wanted: "an AbortSignal", advice }, signal);
  }
  if (onEvent !== undefined && typeof onEvent !== "function") {
    const advice = "Pass a function that takes an event: `onEvent: (event) => console.log(event.kind)`.";
    throw invalid({ at, option: "onEvent", wanted: "a function", advice }, onEvent);
  }
  concurrencyOf(options);
}

function assertSecrets(secrets: unknown, at: string): void {
  if (secrets === undefined || typeof secrets === "function") return;
  const advice = 'Pass the values by name: `secrets: { "db/password": value }`.';
  if (!isPlainObject(secrets))
    throw invalid({ at, option: "secrets", wanted: "values by name, or a function", advice }, secrets);
  for (const [name, value] of Object.entries(secrets)) {
    if (typeof value === "string" || value instanceof Uint8Array) continue;
    const option = `secrets[${JSON.stringify(name)}]`;
    throw invalid({ at, option, wanted: "a string or a Uint8Array", advice }, value);
  }
}

function assertLogger(logger: unknown, at: string): void {
  if (logger === undefined || logger === false || isLogger(logger)) return;
  const advice =
    "Pass an object with the methods `debug`, `info`, `warn` and `error`, such as `console`, or `false`.";
  throw invalid({ at, option: "logger", wanted: "a logger or false", advice }, logger);
}

function isLogger(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  try {
    return ["debug", "info", "warn", "error"].every(
      (method) => typeof Reflect.get(value, method) === "function",
    );
  } catch {
    // A proxy that does not let itself be read.
    return false;
  }
}

// The value is described and not shown: it may be anything, and it may be secret.
function invalid(
  params: { readonly at: string; readonly option: string; readonly wanted: string; readonly advice: string },
  given: unknown,
): Error {
  const inWords = describeValue(given);
  return coreErrors.OPTION_INVALID({ ...params, given: inWords, inWords });
}

/** The number of tasks that run at a time. @throws `CONCURRENCY_INVALID` */
export function concurrencyOf({ concurrency = Math.max(4, availableParallelism()) }: LocalOptions): number {
  if (!Number.isInteger(concurrency) || concurrency < 1)
    throw errors.CONCURRENCY_INVALID({ given: concurrency });
  return concurrency;
}

// By its members: a signal may come from another realm or from a library.
function isSignal(value: unknown): value is AbortSignal {
  if (typeof value !== "object" || value === null) return false;
  try {
    return (
      typeof Reflect.get(value, "aborted") === "boolean" &&
      typeof Reflect.get(value, "addEventListener") === "function" &&
      typeof Reflect.get(value, "removeEventListener") === "function"
    );
  } catch {
    // A proxy that does not let itself be read.
    return false;
  }
}
