import { availableParallelism } from "node:os";
import type { Signal, Storage } from "@flytekit-ts/core";
import { isRemote, storagesOf } from "@flytekit-ts/core/storage";
import { assertOptions } from "@flytekit-ts/core/tasks";
import { errors } from "../errors.js";
import type { Mock } from "../mocks/mock.js";
import type { Durability } from "../journal/write/journal-file.js";
import type { RunEvent } from "../events/events.js";
import { assertJournalOptions, wrong } from "./journal-options.js";

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
   * The folder of a journal: what happens in the run is kept there, so that the run can be looked at, resumed and run
   * again in part. It is made if it is not there, and may have any number of runs.
   */
  readonly journal?: string | undefined;
  /**
   * What a journal survives: `"process"`, the default, the end of the process, also by a kill; `"disk"` also a loss of
   * power, and then each node waits for the disk.
   */
  readonly durability?: Durability | undefined;
  /** Aborts the run when it fires. */
  readonly signal?: Signal | undefined;
  /**
   * Called with each event as it happens. The run stops if it throws, or if it returns a promise that rejects. A run
   * does not wait for these promises until it is about to succeed.
   */
  readonly onEvent?: ((event: RunEvent) => unknown) | undefined;
}

const KNOWN: ReadonlySet<string> = new Set(
  "concurrency mocks gates storage filesIn journal durability signal onEvent".split(" "),
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
    throw wrong({ at, option: "filesIn", wanted: "the path of a local folder", advice }, filesIn);
  }
  assertJournalOptions(options, at);
  if (signal !== undefined && !isSignal(signal)) {
    const advice = "Pass the `signal` of an `AbortController`, or `AbortSignal.timeout(milliseconds)`.";
    throw wrong({ at, option: "signal", wanted: "an AbortSignal", advice }, signal);
  }
  if (onEvent !== undefined && typeof onEvent !== "function") {
    const advice = "Pass a function that takes an event: `onEvent: (event) => console.log(event.kind)`.";
    throw wrong({ at, option: "onEvent", wanted: "a function", advice }, onEvent);
  }
  concurrencyOf(options);
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
