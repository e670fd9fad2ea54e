import type { ErrorData } from "@flytekit-ts/core/literals";
import type { RunEvent } from "../../events/events.js";

/** A literal in a journal: the base64 of a `flyteidl.core.Literal`, or where that is in the content store. */
export type RecordedLiteral = string | { readonly sha256: string; readonly bytes: number };

/** Literals by name. */
export type RecordedLiterals = Readonly<Record<string, RecordedLiteral>>;

/** The process that writes a journal. */
export interface Writer {
  readonly pid: number;
  readonly host: string;
  /** Versions by name: `node`, and the packages. */
  readonly versions: Readonly<Record<string, string>>;
  /** What of the options of a run is no secret: numbers, and the names of what was given. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Texts that whoever started the run gave it. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** The first record of a journal. */
export interface HeaderRecord extends Writer {
  readonly kind: "header";
  /** The version of the format that the journal began with. */
  readonly format: number;
  readonly run: string;
  readonly entity: { readonly kind: string; readonly name: string };
  readonly at: number;
  /** Which execution it is a record of, if it was executed elsewhere. */
  readonly origin?: string;
  /** The run that this one repeats in part. */
  readonly parent?: {
    readonly run: string;
    readonly from: string;
    readonly set: { readonly inputs?: readonly string[]; readonly outputs?: readonly string[] };
  };
}

/** A place in the author's source; line and column count from 1. */
export interface RecordedPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A node of a graph, for who draws it. */
export interface RecordedNode {
  readonly id: string;
  readonly name: string;
  readonly entity: string;
  readonly kind: string;
  readonly upstream: readonly string[];
  /** Changes when what it runs does: the digests of its interface or structure, and of its code or what is inside. */
  readonly version: string;
  /** Changes when its inputs come from elsewhere: the digest of its bindings. */
  readonly bindings: string;
  /** A function of the run replaces the entity. */
  readonly mock?: true;
  /** Where the author calls the entity. */
  readonly place?: RecordedPlace;
  /** The key of the graph inside. */
  readonly graph?: string;
  readonly arms?: readonly RecordedNode[];
  readonly item?: RecordedNode;
  /** Base64 of a `flyteidl.core.Node`. Nodes inside others have none: it is in the outer one. */
  readonly message?: string;
}

/** A workflow as it runs. */
export interface RecordedGraph {
  readonly nodes: readonly RecordedNode[];
  readonly failureNode?: RecordedNode;
  /** Base64 of the `flyteidl.core.Binding`s of the outputs. */
  readonly outputs: readonly string[];
  readonly place?: RecordedPlace;
}

/** An entity that nodes run, and where it is declared. */
export interface RecordedEntity {
  readonly kind: string;
  readonly name: string;
  readonly place?: RecordedPlace;
  /** The cache version that the author gave it. */
  readonly cacheVersion?: string;
  /** Base64 of a `flyteidl.core.TypedInterface`. */
  readonly interface: string;
}

/** A compiled graph, and those of the workflows inside. */
export interface RecordedGraphs {
  /** The key of the outermost graph. */
  readonly root: string;
  readonly graphs: Readonly<Record<string, RecordedGraph>>;
  readonly entities: readonly RecordedEntity[];
}

/** The compiled graph: of the run, or, with `node`, one that a dynamic has made. */
export interface GraphRecord {
  readonly kind: "graph";
  readonly at: number;
  /** The path of the dynamic. */
  readonly node?: string;
  /** What the paths of the nodes in it begin with. */
  readonly prefix: string;
  /** Large graphs are in the content store, as JSON: all runs of a workflow have the same. */
  readonly graph: RecordedGraphs | { readonly sha256: string; readonly bytes: number };
}

/** The inputs of the run, when they are stored. */
export interface InputsRecord {
  readonly kind: "inputs";
  readonly at: number;
  readonly inputs: RecordedLiterals;
}

/** The run goes on here, in another process. */
export interface ResumedRecord extends Writer {
  readonly kind: "resumed";
  readonly at: number;
  /** A torn record, or what `cutAt` cut off: from which byte of the file at that time, and how much. */
  readonly cut?: { readonly at: number; readonly bytes: number; readonly movedTo?: string };
  /** What has changed since. */
  readonly changes?: readonly string[];
}

type Recorded<E> = E extends RunEvent
  ? {
      readonly [K in keyof E as K extends "runId" ? never : K]: K extends "inputs" | "outputs"
        ? RecordedLiterals
        : K extends "error"
          ? ErrorData
          : E[K];
    } & (E extends { readonly kind: "node-started" | "node-succeeded" }
      ? {
          readonly version?: string;
          readonly inputs?: RecordedLiterals;
          /** When it started, if there is no record of that. */
          readonly since?: number;
        }
      : unknown)
  : never;

/** An event. It has no run id, a start has the version and inputs of its node, whatever its kind. */
export type EventRecord = Recorded<RunEvent>;

export type JournalRecord = HeaderRecord | GraphRecord | InputsRecord | ResumedRecord | EventRecord;
