import { closeSync, openSync } from "node:fs";
import type { ErrorData } from "@flytekit-ts/core/literals";
import { readRecords } from "../format/read-records.js";
import type {
  EventRecord,
  GraphRecord,
  HeaderRecord,
  InputsRecord,
  JournalRecord,
  RecordedLiterals,
} from "../format/records.js";

/** What a journal says about a node, in the end. */
export interface PastNode {
  /** As when it last started. */
  version: string | undefined;
  inputs: RecordedLiterals | undefined;
  /** The number of its last attempt. */
  attempt: number;
  /** How many attempts have failed. The next one has this number. */
  failed: number;
  /** Since when it waits, if it is a gate. */
  since: number | undefined;
  outputs: RecordedLiterals | undefined;
  /** Why it failed for good. */
  error: ErrorData | undefined;
}

/** A run as its journal has it. */
export class PastRun {
  header: HeaderRecord | undefined;
  inputs: RecordedLiterals | undefined;
  graph: GraphRecord | undefined;
  /** The graphs that dynamics have made, by what the paths of their nodes begin with. */
  readonly made = new Map<string, GraphRecord>();
  readonly nodes = new Map<string, PastNode>();
  /** The names of the entities that nodes have run to their end. */
  readonly done = new Set<string>();
  /** How the run ended. Undefined if it did not. */
  end: Extract<EventRecord, { readonly kind: "run-succeeded" | "run-failed" }> | undefined;

  /** Take the next record. */
  add(record: JournalRecord): void {
    switch (record.kind) {
      case "header":
        this.header = record;
        break;
      case "graph":
        this.#addGraph(record);
        break;
      case "inputs":
        this.inputs = (record satisfies InputsRecord).inputs;
        break;
      case "resumed":
        this.goOn();
        break;
      case "run-succeeded":
      case "run-failed":
        this.end = record;
        break;
      default:
        this.#addEvent(record);
    }
  }

  /** The run goes on. If it had failed, it forgets that. */
  goOn(): void {
    const hasFailed = this.end?.kind === "run-failed";
    this.end = undefined;
    if (hasFailed) this.forgetFailures();
  }

  /** The nodes that failed run again, and failure handlers if the run fails again. */
  forgetFailures(): void {
    for (const [path, node] of this.nodes) {
      if (node.error !== undefined || isHandled(path)) this.nodes.delete(path);
    }
  }

  #addGraph(record: GraphRecord): void {
    if (record.node === undefined) this.graph = record;
    else this.made.set(record.prefix, record);
  }

  #addEvent(event: EventRecord): void {
    switch (event.kind) {
      case "node-started": {
        const node = this.#nodeOf(event.node);
        // Only the first start of a node in a process has its version.
        if (event.version !== undefined)
          Object.assign(node, { version: event.version, inputs: event.inputs });
        node.attempt = event.attempt;
        node.outputs = undefined;
        node.error = undefined;
        return;
      }
      case "node-succeeded": {
        const node = this.#nodeOf(event.node);
        // A node whose result came from elsewhere has not started.
        if (event.version !== undefined)
          Object.assign(node, { version: event.version, inputs: event.inputs });
        node.attempt = event.attempt;
        node.outputs = event.outputs;
        this.done.add(event.entity);
        return;
      }
      case "node-failed": {
        const node = this.#nodeOf(event.node);
        node.failed = event.attempt + 1;
        if (!event.retrying) node.error = event.error;
        return;
      }
      case "node-waiting":
        this.#nodeOf(event.node).since = event.gate.since;
        break;
      default:
    }
  }

  #nodeOf(path: string): PastNode {
    const known = this.nodes.get(path);
    if (known !== undefined) return known;
    const node: PastNode = {
      version: undefined,
      inputs: undefined,
      attempt: 0,
      failed: 0,
      since: undefined,
      outputs: undefined,
      error: undefined,
    };
    this.nodes.set(path, node);
    return node;
  }
}

// The ids of failure handlers, which no other node may have.
const HANDLERS = new Set(["fn0", "efn"]);

function isHandled(path: string): boolean {
  return path.split(/[/>]/).some((id) => HANDLERS.has(id));
}

/** A journal read to its end. */
export interface Replayed {
  readonly past: PastRun;
  /** The first byte after the last whole record. */
  readonly end: number;
  /** How many bytes of a torn record are behind it. */
  readonly torn: number;
}

/** Read a journal, up to `cutAt` if that is given. @throws `JOURNAL_CORRUPT`, `JOURNAL_TOO_NEW`, errors of the file system */
export function replay(file: string, cutAt: number = Number.POSITIVE_INFINITY): Replayed {
  const fd = openSync(file, "r");
  try {
    const past = new PastRun();
    const records = readRecords({ fd, file });
    let end = 0;
    for (;;) {
      if (end >= cutAt) return { past, end, torn: 0 };
      const next = records.next();
      if (next.done === true) return { past, end, torn: next.value };
      const { record } = next.value;
      if (record !== undefined) past.add(record);
      end = next.value.end;
    }
  } finally {
    closeSync(fd);
  }
}
