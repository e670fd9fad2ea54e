import type { TaskContext } from "@flytekit-ts/core";
import type { Clock } from "../clock/clock.js";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { Mock } from "../mocks/mock.js";
import type { Maybe } from "./maybe.js";

/** One attempt of a task, for an interceptor. */
export interface InterceptedAttempt {
  readonly runId: string;
  /** The path of the node, as in events. */
  readonly node: string;
  /** The full name of the task. */
  readonly entity: string;
  /** The index of the item, if the node is an item of a map. */
  readonly item: number | undefined;
  /** 0 for the first attempt. */
  readonly attempt: number;
  readonly inputs: Literals;
  /** What the task gets besides its inputs. Its signal fires if the attempt should stop. */
  readonly context: TaskContext;
  /** The clock of the run. */
  readonly clock: Clock;
}

/**
 * Called in place of each execution of a task: once for each attempt. It calls `next()` to execute the task, and may do
 * something before or after, return other outputs, or throw in place of the task: what it throws counts as an error of
 * the task. The first interceptor of a run is the outermost. A task that returns at once gives its outputs at once and
 * not as a promise.
 */
export interface Interceptor {
  (attempt: InterceptedAttempt, next: () => Maybe<Literals>): Maybe<Literals>;
  /** Called when the run has otherwise succeeded. What it throws fails the run. */
  readonly finished?: ((runId: string) => void) | undefined;
}

/** A mock that is told of its executions. */
export interface WatchedMock extends Mock {
  readonly interceptor: Interceptor;
}
