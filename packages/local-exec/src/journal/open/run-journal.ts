import type { FlytekitError } from "@flytekit-ts/core/errors";
import type { Entity } from "@flytekit-ts/core/graph";
import type { ValueStore } from "@flytekit-ts/core/storage";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { Plan } from "../../plan/plan.js";
import type { History } from "../../scope/history.js";
import type { Durability } from "../write/journal-file.js";
import type { JournalSink } from "../write/journal-sink.js";

/** The run that a journal is of. */
export interface Journaled {
  readonly journal: string;
  readonly run: string;
  readonly entity: Entity;
  readonly plan: Plan;
  readonly durability: Durability;
  /** The inputs of a new run, if they are not stored first. */
  readonly inputs?: Literals | undefined;
  /** What it is a record of, if it was executed elsewhere. */
  readonly origin?: string | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** The options of the run, which are recorded in words. */
  readonly options: object;
}

/** What an open journal needs of its run. */
export interface Hooks {
  /** The journal cannot be written. Ends the run, unless it goes on without a journal. */
  fail(error: FlytekitError): void;
  /** Whether the run goes on if its journal cannot be written. */
  readonly isOptional: boolean;
  /** Milliseconds since 1970. */
  now(): number;
  /** Where the values are stored that an author gives for those of a node. */
  readonly store: ValueStore;
}

/** A journal that is open for a run. */
export interface OpenJournal {
  /** Writes the run. Undefined if there is nothing to write, because the run had succeeded already. */
  readonly sink: JournalSink | undefined;
  readonly history: History | undefined;
  /** The inputs, if the run has them from its journal. */
  readonly inputs: Literals | undefined;
  /** The outputs of a run that had succeeded already. */
  readonly outputs: Literals | undefined;
  close(): void;
}

/** How the journal of a run is opened. */
export interface RunJournal {
  /** The folder of the run. */
  readonly folder: string;
  /** Whether an earlier process wrote in the folder. */
  readonly isResumed: boolean;
  /** Whether the run needs what is in the journal, and so cannot go on without it. */
  readonly isNeeded: boolean;
  /** The folder for the files of the run. */
  readonly filesIn: string;
  open(hooks: Hooks): Promise<OpenJournal>;
}
