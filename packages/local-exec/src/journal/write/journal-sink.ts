import { toErrorData } from "@flytekit-ts/core/literals";
import type { FlytekitError } from "@flytekit-ts/core/errors";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { EventSink } from "../../events/event-sink.js";
import type { RunEvent } from "../../events/events.js";
import { toFlytekitError } from "../../events/to-flytekit-error.js";
import type { Plan } from "../../plan/plan.js";
import type { Journaling } from "../../scope/journaling.js";
import type { NodeRun } from "../../scope/node-run.js";
import {
  describeGraph,
  type Describing,
  type GraphDescription,
  graphPayload,
  graphText,
} from "../graph/describe-graph.js";
import type { LiteralsOnDisk } from "../format/literals.js";
import type { JournalRecord } from "../format/records.js";
import type { Durability, JournalFile } from "./journal-file.js";
import { recordOfEvent } from "./record-of-event.js";

/** What a journal is written with. */
export interface Writing {
  readonly file: JournalFile;
  readonly literals: LiteralsOnDisk;
  readonly describing: Describing;
  readonly durability: Durability;
  /** Called when the journal cannot be written any more. It ends the run, unless the journal is optional. */
  readonly fail: (error: FlytekitError) => void;
  /** Whether the run goes on without it. */
  readonly isOptional: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /**
   * Whether the journal has the graph that a dynamic made, because an earlier process got as far.
   *
   * @throws `RUN_CHANGED` if it has another, and the run may not be changed
   */
  readonly isMadeAlike: (
    graph: GraphDescription,
    at: { readonly path: string; readonly prefix: string },
  ) => boolean;
  /** Whether it goes on with a journal, rather than beginning one. */
  readonly isResumed: boolean;
}

/** A node under way: what it is, and what of its start is written. */
interface Entered {
  readonly given: NodeRun;
  /** Its start, as long as that is not written. */
  held: Of<"node-started"> | undefined;
  isWritten: boolean;
}

type Written = Promise<void> | undefined;
type Of<K extends RunEvent["kind"]> = Extract<RunEvent, { readonly kind: K }>;

/** Tasks that took less, in milliseconds, are taken for quick. */
const QUICK = 1;

/** Tasks that took less, in milliseconds, have opened no file: to run them again costs less than a write. */
const BRIEF = 0.01;

/**
 * Writes the events of a run to its journal.
 *
 * J1. The end of a node is written before anything that depends on it starts: `tell` returns when it is safe. Only ends of
 *     brief tasks may wait for one write: until a node that has others upstream is entered, another record is written, or
 *     something is waited for. Whoever tells others of events calls `flush` before.
 * J2. The first record of a node has its version and its inputs, whatever its kind, so that a later run knows it again.
 * J3. The start of a task is written before it runs, so that a task which takes the process down can be found. Only that
 *     of a task that was quick the last time is held: if its end comes before anything is waited for, the two are one.
 * J4. When the journal cannot be written, the run ends, unless it is optional. Nothing is written after that.
 */
export class JournalSink implements EventSink, Journaling {
  readonly #writing: Writing;
  readonly #entered = new Map<string, Entered>();
  /** The node that was entered last: most end before another is, and a map of them would cost more. */
  #last: Entered | undefined;
  readonly #quick = new Set<string>();
  /** Nodes whose start is held. */
  #held: Entered[] = [];
  #isReleasing = false;
  #isClosed = false;
  #isTold = false;

  constructor(writing: Writing) {
    this.#writing = writing;
  }

  enter(given: NodeRun): void {
    if (given.node.message.upstreamNodeIds.length > 0) this.flush();
    if (this.#last !== undefined) this.#entered.set(this.#last.given.path, this.#last);
    this.#last = { given, held: undefined, isWritten: false };
  }

  /** Write what waits for a write. @throws `JOURNAL_NOT_WRITTEN` */
  flush(): void {
    const { file } = this.#writing;
    if (file.hasAdded && file.broken === undefined) this.#orFail(() => file.flush());
  }

  made({ path, prefix, plan }: { path: string; prefix: string; plan: Plan }): void {
    if (this.#isGivenUp) return;
    const graph = describeGraph(plan, this.#writing.describing);
    if (this.#writing.isMadeAlike(graph, { path, prefix })) return;
    this.#put(graphPayload(graphText(graph), { at: this.#writing.now(), node: path, prefix }));
  }

  /** The graph of the run, if it is another than before. */
  changed(text: string): void {
    this.#put(graphPayload(text, { at: this.#writing.now(), prefix: "" }));
  }

  /** The inputs of the run, when they are stored. */
  async given(inputs: Literals): Promise<void> {
    if (this.#isGivenUp) return;
    try {
      const recorded = await this.#writing.literals.toRecorded(inputs);
      this.append({ kind: "inputs", at: this.#writing.now(), inputs: recorded });
    } catch (cause) {
      if (!this.#writing.isOptional) throw cause;
      this.#failed(this.#writing.file.breakWith(cause));
    }
  }

  tell(event: RunEvent): Written {
    // The run has ended with the error.
    if (this.#writing.file.broken !== undefined) return undefined;
    switch (event.kind) {
      case "node-started":
        return this.#started(event);
      case "node-succeeded":
        return this.#succeeded(event);
      case "run-succeeded":
        return this.#with(event, undefined, event.outputs);
      case "node-failed":
        if (!event.retrying) this.#leave(event.node);
        return this.#write(event);
      case "node-skipped":
        this.#leave(event.node);
        return this.#write(event);
      default:
        return this.#write(event);
    }
  }

  /** What comes later, of tasks that are still under way, is no part of the run. */
  close(): void {
    this.#isClosed = true;
    this.#writing.file.close();
  }

  /** @throws `JOURNAL_NOT_WRITTEN` */
  append(record: JournalRecord): void {
    this.#put(JSON.stringify(record));
  }

  #started(event: Of<"node-started">): Written {
    const entered = this.#enteredAt(event.node);
    if (entered === undefined || entered.isWritten) return this.#with(event, undefined, event.inputs);
    if (this.#quick.has(event.entity)) return this.#hold(entered, event);
    entered.isWritten = true;
    return this.#with(event, entered, undefined);
  }

  #succeeded(event: Of<"node-succeeded">): Written {
    const entered = this.#leave(event.node);
    // It is in this journal already.
    if (event.reused === "journal" && this.#writing.isResumed) return undefined;
    if (event.duration >= QUICK) this.#quick.delete(event.entity);
    else if (!this.#quick.has(event.entity)) this.#quick.add(event.entity);
    if (entered === undefined || entered.isWritten) return this.#with(event, undefined, event.outputs);
    if (this.#held.at(-1) === entered) this.#held.pop();
    else entered.held = undefined;
    return this.#with(event, entered, event.outputs);
  }

  #enteredAt(path: string): Entered | undefined {
    return this.#last?.given.path === path ? this.#last : this.#entered.get(path);
  }

  #leave(path: string): Entered | undefined {
    const entered = this.#enteredAt(path);
    if (entered === this.#last) this.#last = undefined;
    else this.#entered.delete(path);
    return entered;
  }

  #hold(entered: Entered, event: Of<"node-started">): undefined {
    entered.held = event;
    this.#held.push(entered);
    this.#releaseSoon();
  }

  #releaseSoon(): void {
    if (this.#isReleasing) return;
    this.#isReleasing = true;
    queueMicrotask(() => {
      this.#isReleasing = false;
      try {
        this.#release();
        this.flush();
      } catch {
        // The run has ended with the error.
      }
    });
  }

  #release(): void {
    if (this.#held.length === 0 || this.#writing.file.broken !== undefined) return;
    const held = this.#held;
    this.#held = [];
    for (const entered of held) {
      const event = entered.held;
      // It has ended since.
      if (event === undefined) continue;
      entered.held = undefined;
      entered.isWritten = true;
      void this.#with(event, entered, undefined);
    }
  }

  // With the version and inputs of a node that has no record yet.
  #with(event: RunEvent, first: Entered | undefined, own: Literals | undefined): Written {
    const { literals, describing } = this.#writing;
    const version = first === undefined ? undefined : describing.versions.of(first.given.node);
    const since = first?.held?.at;
    const taken = first === undefined ? undefined : literals.toText(first.given.inputs);
    const given = own === undefined ? undefined : literals.toText(own);
    if (!(taken instanceof Promise) && !(given instanceof Promise))
      return this.#record(event, recordOfEvent(event, { version, taken, since, given }));
    return Promise.all([taken, given]).then(
      ([taken, given]) => this.#record(event, recordOfEvent(event, { version, taken, since, given })),
      (cause: unknown) => this.#orGoOn(this.#failed(this.#writing.file.breakWith(cause))),
    );
  }

  #write(event: RunEvent): Written {
    const more = "error" in event ? { error: toErrorData(event.error) } : {};
    return this.#record(event, JSON.stringify({ ...event, ...more, runId: undefined }));
  }

  #record(event: RunEvent, payload: string): Written {
    if (this.#isClosed) return undefined;
    if (this.#held.length > 0) this.#release();
    const { kind } = event;
    if (this.#mayWait(event)) {
      this.#orFail(() => this.#writing.file.add(payload));
      this.#releaseSoon();
      return undefined;
    }
    this.#put(payload);
    if (kind === "run-succeeded" || kind === "run-failed") this.#orFail(() => this.#writing.file.look());
    if (this.#writing.durability === "process" || kind === "node-started") return undefined;
    return this.#synced(kind);
  }

  #mayWait(event: RunEvent): boolean {
    return (
      event.kind === "node-succeeded" && event.duration < BRIEF && this.#writing.durability === "process"
    );
  }

  #synced(kind: RunEvent["kind"]): Written {
    const synced = this.#writing.file.synced().catch((error: unknown) => this.#orGoOn(this.#failed(error)));
    if (kind !== "node-failed" && kind !== "node-logged" && kind !== "node-skipped") return synced;
    // Nobody waits for these, but they come with the next group.
    synced.catch(() => {});
    return undefined;
  }

  #put(payload: string): void {
    this.#orFail(() => this.#writing.file.append(payload));
  }

  #orFail(write: () => void): void {
    try {
      write();
    } catch (error) {
      this.#orGoOn(this.#failed(error));
    }
  }

  get #isGivenUp(): boolean {
    return this.#writing.isOptional && this.#writing.file.broken !== undefined;
  }

  #orGoOn(error: FlytekitError): void {
    if (!this.#writing.isOptional) throw error;
  }

  #failed(error: unknown): FlytekitError {
    const known = toFlytekitError(error);
    if (!this.#isTold) this.#writing.fail(known);
    this.#isTold = true;
    return known;
  }
}
