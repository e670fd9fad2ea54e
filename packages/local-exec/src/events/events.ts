import type { FlytekitError } from "@flytekit-ts/core";
import type { LoggedFields } from "@flytekit-ts/core/context";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { CacheHitReason, CacheKeyParts, CacheMissReason } from "./cache-reason.js";

interface OfRun {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly runId: string;
}

interface OfNode extends OfRun {
  /**
   * The path of the node: its id after the ids of the enclosing nodes, as in `n2/n0`. The id of an arm starts with
   * the id of its branch (`n1/n1-n0`). The id of an item of a map has the item's index (`n3/n0`). The ids of the
   * nodes of a dynamic start with `d` (`n4/dn0`). If its first attempt timed out, the nodes of the next one are in
   * `n4@1`. A `>` comes before the nodes of an execution that a launch plan started (`n5>n0`).
   */
  readonly node: string;
  /** The display name of the node. */
  readonly name: string;
  /** The full name of the entity, or the name of the conditional or gate. */
  readonly entity: string;
  /** The index of the item, if the node is an item of a map. */
  readonly item?: number;
}

interface OfCache {
  /** The key of the result, and what it is made of. Empty and absent if the cache cannot be used. */
  readonly key: string;
  readonly parts?: CacheKeyParts;
  /** The reason in words: `first run`, `input x changed since run ...`. */
  readonly words: string;
}

/** How a message was logged; what a task writes to its standard streams is `stdout` and `stderr`. */
export type LogLevel = "debug" | "info" | "warn" | "error" | "stdout" | "stderr";

/** What an attempt of a task used. It is known of tasks that run in a thread or process of their own. */
export interface Usage {
  /** Time of processors, in milliseconds. */
  readonly cpu: number;
  /** The most memory at a time, in bytes. */
  readonly peakMemory: number;
}

/** What is known of an attempt besides its outcome. */
export interface AttemptNotes {
  readonly usage?: Usage;
  /** The path of the page of HTML that the attempt wrote as its deck. */
  readonly deck?: string;
}

/**
 * What a gate waits for, since when, and until when: the end of a `sleep`, or when the gate gives up. Times are in
 * milliseconds since 1970. `type` is the type of the value in words.
 */
export type WaitingFor =
  | { readonly for: "approval"; readonly signal: string; readonly since: number; readonly until?: number }
  | {
      readonly for: "input";
      readonly signal: string;
      readonly type: string;
      readonly since: number;
      readonly until?: number;
    }
  | { readonly for: "time"; readonly since: number; readonly until: number };

/**
 * Something that happened in a run. Durations are in milliseconds. Inputs and outputs are copies of the literals, so
 * that nobody who handles an event can change the run; `fromLiterals` of core makes values of them.
 */
export type RunEvent =
  | (OfRun & { readonly kind: "run-started"; readonly entity: string })
  | (OfNode & {
      readonly kind: "node-started";
      readonly attempt: number;
      /** The inputs of a task by name. Other nodes run no code of their own, and have none here. */
      readonly inputs?: Literals;
      /** How many bytes the inputs have: see `outputBytes`. Counted when it is read, once the event is handed out. */
      readonly inputBytes?: number;
      /** The id of the execution that a launch plan starts: the `executionId` in the contexts of its tasks. */
      readonly execution?: string;
    })
  | (OfNode &
      AttemptNotes & {
        readonly kind: "node-succeeded";
        readonly attempt: number;
        readonly duration: number;
        /** The outputs of the node by name. Those of a map are lists. */
        readonly outputs: Literals;
        /**
         * How many bytes the outputs have: texts in UTF-8, 8 for each number, and of files and datasets their URIs. Counted
         * when it is read, once the event is handed out.
         */
        readonly outputBytes?: number;
        /** Where the outputs come from, if nothing was executed for them: a cache, or the journal of an earlier run. */
        readonly reused?: "cache" | "journal";
      })
  | (OfNode &
      AttemptNotes & {
        readonly kind: "node-failed";
        readonly attempt: number;
        readonly duration: number;
        readonly error: FlytekitError;
        /** Whether another attempt follows. */
        readonly retrying: boolean;
        /** How long the next attempt waits, if it does. */
        readonly backoff?: number;
      })
  /** A gate waits for an answer or for time. */
  | (OfNode & {
      readonly kind: "node-waiting";
      readonly attempt: number;
      readonly gate: WaitingFor;
    })
  /** Something that a task logged, or wrote to its standard output or standard error. */
  | (OfNode & {
      readonly kind: "node-logged";
      readonly attempt: number;
      readonly level: LogLevel;
      readonly message: string;
      /** The values that were logged beside the message. */
      readonly fields?: LoggedFields;
    })
  /** The result of a task was in the cache, and the task does not run. */
  | (OfNode & OfCache & { readonly kind: "cache-hit"; readonly reason: CacheHitReason })
  /** The result of a task was not in the cache, and the task runs. */
  | (OfNode & OfCache & { readonly kind: "cache-miss"; readonly reason: CacheMissReason })
  /**
   * Something is wrong with the cache, but the run goes on: it cannot be used, or the result is of another function. The
   * run logs it too, once.
   */
  | (OfNode & { readonly kind: "cache-warning"; readonly error: FlytekitError })
  /** The node needs one that failed or was skipped. A branch may be skipped after its start, but its arm never ran. */
  | (OfNode & { readonly kind: "node-skipped" })
  | (OfRun & {
      readonly kind: "run-succeeded";
      readonly entity: string;
      readonly duration: number;
      /** The outputs of the run by name. */
      readonly outputs: Literals;
      readonly outputBytes?: number;
    })
  | (OfRun & {
      readonly kind: "run-failed";
      readonly entity: string;
      readonly duration: number;
      readonly error: FlytekitError;
    });

type Bare<E> = E extends RunEvent ? Omit<E, "at" | "runId"> : never;

/** An event without its time and run id, which the run adds. */
export type BareEvent = Bare<RunEvent>;
