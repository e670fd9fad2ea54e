import type { ExecutionId } from "@flytekit-ts/core";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { Abortable } from "../../values/cluster-access.js";
import type { Change } from "../../watching/changes.js";
import type { NodeLog } from "../../watching/look/logs.js";
import type { NodeTree } from "../../watching/look/node-tree.js";
import type { ExecutionSummary } from "../../watching/look/summary.js";
import type { WatchOptions } from "../../watching/watch-options.js";
import type { ExecutionSpan } from "./metrics.js";
import type { ExecutionSignal } from "../signals/list-signals.js";
import type { ExecutionStatus } from "../state/status.js";
import type { WaitOptions } from "./wait-for-end.js";

/** The name of an execution that recovers or repeats another one, and a signal that ends the call. */
export interface RestartOptions extends Abortable {
  /** Its name. Asking again with the same name gives the same execution, and starts no other. */
  readonly name?: string | undefined;
  /** What its name begins with: a hyphen and random letters follow. */
  readonly namePrefix?: string | undefined;
}

/** Named values, of which nothing is known. */
export type UnknownValues = Readonly<Record<string, unknown>>;

/**
 * An execution on a cluster. It is not a promise: `wait` gives the result, of type `R`. `I` is the type of its inputs.
 *
 * Each method asks the cluster anew, takes a signal that ends the call, and fails with the errors of calls:
 * `CLUSTER_ENTITY_NOT_FOUND`, `CLUSTER_UNREACHABLE`, ...
 */
export interface Execution<R = UnknownValues, I = UnknownValues> {
  readonly id: ExecutionId;
  /** Its page in the console. */
  readonly consoleUrl: string;
  /** What it executes, its phase, its times, and its error if it failed. */
  status(options?: Abortable): Promise<ExecutionStatus>;
  /**
   * Waits until the execution has ended, and gives its outputs. It asks the cluster less and less often.
   *
   * @throws `EXECUTION_FAILED` with the code and the whole message of the cluster, `EXECUTION_ABORTED`, `EXECUTION_TIMED_OUT`,
   * `EXECUTION_UNFINISHED` when `timeout` is over, `CALL_ABORTED`, `EXECUTION_VALUES_UNREADABLE`
   */
  wait(options?: WaitOptions): Promise<R>;
  /**
   * The outputs. Files and datasets are read when they are asked for.
   *
   * @throws `EXECUTION_UNFINISHED` and the errors of `wait`
   */
  outputs(options?: Abortable): Promise<R>;
  /** The inputs, with those that the launch plan has added. @throws `EXECUTION_VALUES_UNREADABLE` */
  inputs(options?: Abortable): Promise<I>;
  /**
   * The inputs or outputs as Flyte's literals by name, for who shows or passes on values of any type.
   *
   * @throws `OPTION_INVALID`, and for outputs what `outputs` throws
   */
  literals(of: "inputs" | "outputs", options?: Abortable): Promise<Literals>;
  /** The changes in it, until it has ended. @see `remote.watch` */
  watch(options?: WatchOptions): AsyncIterable<Change>;
  /** How many of its nodes are in each phase, in few calls. @see `remote.summary` */
  summary(options?: Abortable): Promise<ExecutionSummary>;
  /** The nodes that were reached, with their errors; with `tasks` also their attempts. @see `remote.nodes` */
  nodes(options?: Abortable & { readonly tasks?: boolean | undefined }): Promise<readonly NodeTree[]>;
  /** Where its logs are, or those of the node at `path`. @see `remote.logs` */
  logs(options?: Abortable & { readonly path?: string | undefined }): Promise<readonly NodeLog[]>;
  /** Ends the execution. People see the cause in the console. @throws `CLUSTER_REFUSED` if it has ended */
  terminate(cause: string, options?: Abortable): Promise<void>;
  /** Starts an execution that reuses the nodes that succeeded in this one, and runs the others. @throws `EXECUTION_NAME_TAKEN`, `EXECUTION_NAME_INVALID` */
  recover(options?: RestartOptions): Promise<Execution<R, I>>;
  /** Starts an execution of the same entity with the same inputs and options. @throws as `recover` */
  relaunch(
    options?: RestartOptions & {
      /** Whether cached tasks run again and replace their cached results. */
      readonly overwriteCache?: boolean | undefined;
    },
  ): Promise<Execution<R, I>>;
  /** The signals of the execution: first those that it waits for, then those that have a value. */
  signals(options?: Abortable): Promise<readonly ExecutionSignal[]>;
  /** Approves what an `approve` node asks, or refuses it. @throws `SIGNAL_UNKNOWN`, `SIGNAL_ANSWERED`, `SIGNAL_VALUE_INVALID` */
  approve(signal: string, approved?: boolean, options?: Abortable): Promise<void>;
  /** Gives a `waitForInput` node its value, of the type that the node declares. @throws as `approve` */
  setInput(signal: string, value: unknown, options?: Abortable): Promise<void>;
  /** How the execution spent its time; undefined if the cluster measured nothing. `depth` is the number of levels of nodes, by default 10. */
  metrics(options?: Abortable & { readonly depth?: number | undefined }): Promise<ExecutionSpan | undefined>;
  /** Hides the execution from lists. Nothing of it is deleted. */
  archive(options?: Abortable): Promise<void>;
  /** Shows the execution in lists again. */
  unarchive(options?: Abortable): Promise<void>;
}
