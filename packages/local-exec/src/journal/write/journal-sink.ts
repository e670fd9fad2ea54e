import { toErrorData } from "@flytekit-ts/core/literals";
import type { FlytekitError } from "@flytekit-ts/core/errors";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { EventSink } from "../../events/event-sink.js";
import type { RunEvent } from "../../events/events.js";
import { toFlytekitError } from "../../events/to-flytekit-error.js";
import type { Plan } from "../../plan/plan.js";
import type { Journaling } from "../../scope/journaling.js";
import type { NodeRun } from "../../scope/node-run.js";
import { describeGraph, type Describing } from "../graph/describe-graph.js";
import type { LiteralsOnDisk } from "../format/literals.js";
import type { JournalRecord } from "../format/records.js";
import type { Durability, JournalFile } from "./journal-file.js";
import { masked } from "./masked.js";

/** What a journal is written with. */
export interface Writing {
  readonly file: JournalFile;
  readonly literals: LiteralsOnDisk;
  readonly describing: Describing;
  readonly durability: Durability;
  /** Ends the run: the journal cannot be written any more. */
  readonly fail: (error: FlytekitError) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Whether it goes on with a journal, rather than beginning one. */
  readonly isResumed: boolean;
  /** Takes what is secret out of a text. */
  readonly mask: (text: string) => string;
}

/** A node under way: what it is, and whether its start has been written. */
interface Entered {
  readonly given: NodeRun;
  isStarted: boolean;
}

/**
 * Writes the events of a run to its journal.
 *
 * J1. The end of a node is written before anything that depends on it starts: `tell` returns when it is safe.
 * J2. The first record of a node has its version and its inputs, whatever its kind, so that a later run knows it again.
 * J3. When the journal cannot be written, the run ends. Nothing is written after that.
 */
export class JournalSink implements EventSink, Journaling {
  readonly #writing: Writing;
  readonly #entered = new Map<string, Entered>();
  #isClosed = false;

  constructor(writing: Writing) {
    this.#writing = writing;
  }

  enter(given: NodeRun): void {
    this.#entered.set(given.path, { given, isStarted: false });
  }

  made({ path, prefix, plan }: { path: string; prefix: string; plan: Plan }): void {
    const graph = describeGraph(plan, this.#writing.describing);
    this.append({ kind: "graph", at: this.#writing.now(), node: path, prefix, ...graph });
  }

  /** The inputs of the run, when they are stored. */
  async given(inputs: Literals): Promise<void> {
    const recorded = await this.#writing.literals.toRecorded(inputs);
    this.append({ kind: "inputs", at: this.#writing.now(), inputs: recorded });
  }

  tell(event: RunEvent): Promise<void> | undefined {
    // The run has ended with the error.
    if (this.#writing.file.broken !== undefined) return undefined;
    switch (event.kind) {
      case "node-started":
        return this.#started(event);
      case "node-succeeded":
        return this.#succeeded(event);
      case "node-failed":
        if (!event.retrying) this.#entered.delete(event.node);
        return this.#write(event, { error: masked(toErrorData(event.error), this.#writing.mask) });
      case "run-failed":
        return this.#write(event, { error: masked(toErrorData(event.error), this.#writing.mask) });
      case "run-succeeded":
        return this.#writeWith(event, { outputs: event.outputs });
      case "node-logged":
        return this.#write(event, { message: this.#writing.mask(event.message) });
      case "node-skipped":
        this.#entered.delete(event.node);
        return this.#write(event, {});
      default:
        return this.#write(event, {});
    }
  }

  /** What comes later, of tasks that are still under way, is no part of the run. */
  close(): void {
    this.#isClosed = true;
    this.#writing.file.close();
  }

  /** @throws `JOURNAL_NOT_WRITTEN` */
  append(record: JournalRecord): void {
    try {
      this.#writing.file.append(JSON.stringify(record));
    } catch (error) {
      throw this.#failed(error);
    }
  }

  #started(event: Of<"node-started">): Promise<void> | undefined {
    const entered = this.#entered.get(event.node);
    if (entered === undefined || entered.isStarted) return this.#writeWith(event, { inputs: event.inputs });
    entered.isStarted = true;
    return this.#writeWith(event, this.#identityOf(entered));
  }

  #succeeded(event: Of<"node-succeeded">): Promise<void> | undefined {
    const entered = this.#entered.get(event.node);
    this.#entered.delete(event.node);
    // It is in this journal already.
    if (event.reused === "journal" && this.#writing.isResumed) return undefined;
    const { outputs } = event;
    if (entered === undefined || entered.isStarted) return this.#writeWith(event, { outputs });
    return this.#writeWith(event, { ...this.#identityOf(entered), outputs });
  }

  #identityOf({ given: { node, inputs } }: Entered): Identity {
    return { version: this.#writing.describing.versions.of(node), inputs };
  }

  #writeWith(event: RunEvent, fields: Partial<Identity> & { readonly outputs?: Literals }): Written {
    const { version, inputs, outputs } = fields;
    const { literals } = this.#writing;
    const taken = inputs === undefined ? undefined : literals.toRecorded(inputs);
    const given = outputs === undefined ? undefined : literals.toRecorded(outputs);
    if (!(taken instanceof Promise) && !(given instanceof Promise))
      return this.#write(event, { version, inputs: taken, outputs: given });
    return Promise.all([taken, given]).then(
      ([inputs, outputs]) => this.#write(event, { version, inputs, outputs }),
      (cause: unknown) => {
        throw this.#failed(this.#writing.file.breakWith(cause));
      },
    );
  }

  #write(event: RunEvent, more: object): Written {
    if (this.#isClosed) return undefined;
    const record = { ...event, ...more, runId: undefined };
    this.append(record as unknown as JournalRecord);
    const isEnd = event.kind === "run-succeeded" || event.kind === "run-failed";
    if (isEnd) this.#look();
    if (this.#writing.durability === "process" || event.kind === "node-started") return undefined;
    const synced = this.#writing.file.synced();
    if (isEnd || event.kind === "node-succeeded")
      return synced.catch((error: unknown) => {
        throw this.#failed(error);
      });
    // Nobody waits for the end of a failure, but it comes with the next group.
    synced.catch((error: unknown) => void this.#failed(error));
    return undefined;
  }

  #look(): void {
    try {
      this.#writing.file.look();
    } catch (error) {
      throw this.#failed(error);
    }
  }

  #failed(error: unknown): FlytekitError {
    const known = toFlytekitError(error);
    this.#writing.fail(known);
    return known;
  }
}

type Of<K extends RunEvent["kind"]> = Extract<RunEvent, { readonly kind: K }>;

type Written = Promise<void> | undefined;

interface Identity {
  readonly version: string;
  readonly inputs: Literals | undefined;
}
