import type { FlytekitError } from "@flytekit-ts/core/errors";
import { fromErrorData } from "@flytekit-ts/core/literals";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { RunEvent } from "../../events/events.js";
import { toFlytekitError } from "../../events/to-flytekit-error.js";
import type {
  HeaderRecord,
  JournalRecord,
  RecordedGraphs,
  RecordedLiterals,
  ResumedRecord,
} from "../format/records.js";
import type { Holder } from "../lock/run-lock.js";
import { type KeptNode, NodeOfRecords } from "./kept-node.js";

/** A run as its journal has it. */
export interface KeptRun {
  readonly id: string;
  /** `interrupted`: its process ended before it did, and it can be resumed. */
  readonly state: "running" | "interrupted" | "succeeded" | "failed";
  /** Who began it, when and with what. */
  readonly header: HeaderRecord;
  /** Each time that it was resumed. */
  readonly resumed: readonly ResumedRecord[];
  /** The process that writes it now. */
  readonly writer: Holder | undefined;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number | undefined;
  /** In milliseconds, as its last event tells it: of a run that was resumed, from then on. */
  readonly duration: number | undefined;
  readonly error: FlytekitError | undefined;
  /** By path, in the order in which they started. */
  readonly nodes: ReadonlyMap<string, KeptNode>;
  /** The paths of the dynamics whose graphs are in the journal. */
  readonly dynamics: readonly string[];
  /** How many bytes of a torn record are at the end of the journal. */
  readonly torn: number;
  /** Why the journal could not be read further. What is before the damage is here. */
  readonly damage: FlytekitError | undefined;
  /** The compiled graph, and by the path of its dynamic each graph that one has made. @throws `JOURNAL_CONTENT_LOST` */
  graph(node?: string): Promise<RecordedGraphs | undefined>;
  /** @throws `JOURNAL_CONTENT_LOST` */
  inputs(): Promise<Literals | undefined>;
  /** The outputs of a run that has succeeded. @throws `JOURNAL_CONTENT_LOST` */
  outputs(): Promise<Literals | undefined>;
  /**
   * All events from the first on, and if the run is still going, those that come, until it ends or its process does.
   * They are read from the file each time.
   *
   * @throws `JOURNAL_CORRUPT`, `JOURNAL_TOO_NEW`, `JOURNAL_CONTENT_LOST`
   */
  events(): AsyncIterable<RunEvent>;
}

type GraphOf = (record: Extract<JournalRecord, { readonly kind: "graph" }>) => Promise<RecordedGraphs>;

/** How what records refer to is read. */
export interface Decoding {
  literals(recorded: RecordedLiterals): Promise<Literals>;
  readonly graph: GraphOf;
}

/** A run while its records are read. */
export class RunOfRecords {
  header: HeaderRecord | undefined;
  readonly resumed: ResumedRecord[] = [];
  readonly nodes = new Map<string, NodeOfRecords>();
  end: Extract<JournalRecord, { readonly kind: "run-succeeded" | "run-failed" }> | undefined;
  readonly #decoding: Decoding;
  readonly #graphs = new Map<string, Extract<JournalRecord, { readonly kind: "graph" }>>();
  #inputs: RecordedLiterals | undefined;

  constructor(decoding: Decoding) {
    this.#decoding = decoding;
  }

  add(record: JournalRecord): void {
    switch (record.kind) {
      case "header":
        this.header = record;
        break;
      case "resumed":
        this.resumed.push(record);
        this.end = undefined;
        this.interrupt();
        break;
      case "graph":
        this.#graphs.set(record.node ?? "", record);
        break;
      case "inputs":
        this.#inputs = record.inputs;
        break;
      case "run-succeeded":
      case "run-failed":
        this.end = record;
        break;
      case "run-started":
        break;
      default: {
        const node = this.nodes.get(record.node) ?? new NodeOfRecords(record, this.#decoding.literals);
        this.nodes.set(record.node, node);
        node.add(record);
      }
    }
  }

  /** The process that wrote has ended. */
  interrupt(): void {
    for (const node of this.nodes.values()) node.interrupt();
  }

  get error(): FlytekitError | undefined {
    return this.end?.kind === "run-failed" ? toFlytekitError(fromErrorData(this.end.error)) : undefined;
  }

  get dynamics(): readonly string[] {
    return [...this.#graphs.keys()].filter((node) => node !== "");
  }

  async graph(node = ""): Promise<RecordedGraphs | undefined> {
    const record = this.#graphs.get(node);
    return record === undefined ? undefined : this.#decoding.graph(record);
  }

  async inputs(): Promise<Literals | undefined> {
    return this.#inputs === undefined ? undefined : this.#decoding.literals(this.#inputs);
  }

  async outputs(): Promise<Literals | undefined> {
    return this.end?.kind === "run-succeeded" ? this.#decoding.literals(this.end.outputs) : undefined;
  }
}
