import type { Checkpoint } from "../context/checkpoint.js";
import type { Logger } from "../context/logger.js";
import type { Secrets } from "../context/secrets.js";
import type { Entity } from "../entity/entity.js";
import type { Deck } from "../deck/deck.js";
import type { Signal } from "../storage/signal.js";
import type { ExecutionId, OutputPrefixes, TaskId } from "./execution-names.js";

/** What a task's function receives beside its inputs: what it needs to know and to use of its execution. */
export interface TaskContext {
  /**
   * Aborted if this attempt should stop: the run, or the part of it around the task, ended early, or the attempt took
   * longer than its timeout. Stop early then, and pass the signal to functions that take one. Each attempt has a signal
   * of its own, which does not fire once the attempt is over, so end what it left running yourself.
   */
  readonly signal: Signal;
  /** Its messages are events of the node, and are also printed, or go where the run says. */
  readonly logger: Logger;
  /** Id of the run that this execution belongs to. */
  readonly executionId: string;
  /** The execution, as the cluster names it. */
  readonly execution: ExecutionId;
  /** The task, as it is registered. */
  readonly task: TaskId;
  /** Where outputs and files go. What a task returns goes there by itself. */
  readonly prefixes: OutputPrefixes;
  /** 0 for the first attempt. */
  readonly attempt: number;
  /** What the attempt before saved, and a place for what this one saves. */
  readonly checkpoint: Checkpoint;
  /** The secrets that the task declares. */
  readonly secrets: Secrets;
  /** A page about the execution, for people. */
  readonly deck: Deck;
  /** A directory of this attempt alone. It is made when it is asked for. */
  readonly workingDirectory: string;
  /**
   * A path for a new file of this name. Nothing else gets this path, whatever the name: not another call, attempt or
   * task. Its directory exists.
   */
  newFile(name: string): string;
  /** For kinds of task that start other entities; authors are given it by these. Absent where a cluster has to start them. */
  readonly "~start"?: EntityStarter | undefined;
}

/** Runs an entity in the process of the task that starts it, and gives its outputs as a call of it does. */
export type EntityStarter = (
  entity: Entity,
  inputs: Readonly<Record<string, unknown>>,
  signal: Signal,
) => Promise<unknown>;
