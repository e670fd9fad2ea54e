import { coreErrors } from "@flytekit-ts/core/errors";
import { fromErrorData } from "@flytekit-ts/core/literals";
import type { ValueStore } from "@flytekit-ts/core/storage";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { BareEvent } from "../events/events.js";
import type { Codecs } from "../journal/format/codecs.js";
import type { JournalSink } from "../journal/write/journal-sink.js";
import type { Mocks } from "../mocks/mocks.js";
import { declaredOf } from "../plan/declared-of.js";
import type { PlannedNode } from "../plan/plan.js";
import type { NodeRun, Surroundings } from "../scope/node-run.js";
import { aboutNode } from "../scope/tell.js";
import type { OutsideNode, OutsideRun, RecordingNote } from "./outside-run.js";

/** What a recording needs. */
export interface Recording {
  readonly run: string;
  readonly outside: OutsideRun;
  readonly sink: JournalSink;
  readonly codecs: Codecs;
  readonly store: ValueStore;
  readonly mocks: Mocks;
}

/** A node of the graph here, and where it stands. Its inputs are known beforehand if it is an item. */
export interface Placed {
  readonly node: PlannedNode;
  readonly path: string;
  readonly around: Surroundings;
  readonly item?: number;
  readonly inputs?: Literals;
}

/** Records a node. The outputs that those behind it take, if they are known. */
export type RecordNode = (
  placed: Placed,
  recorder: Recorder,
  isHandler?: boolean,
) => Promise<Literals | undefined>;

/** Writes what became of nodes, and keeps what could not be taken over. */
export class Recorder {
  readonly notes: RecordingNote[] = [];
  readonly recorded: string[] = [];
  readonly recording: Recording;
  readonly #recordNode: RecordNode;
  /** The paths that the graph here has. */
  readonly #known = new Set<string>();

  constructor(recording: Recording, recordNode: RecordNode) {
    this.recording = recording;
    this.#recordNode = recordNode;
  }

  /** Record a node with what is inside it. */
  async node(placed: Placed): Promise<Literals | undefined> {
    return this.#recordNode(placed, this);
  }

  /** Record a failure handler. */
  async handler(placed: Placed): Promise<void> {
    await this.#recordNode(placed, this, true);
  }

  /** The node at a path, if it was reached. */
  async find(path: string): Promise<OutsideNode | undefined> {
    this.#known.add(path);
    return this.recording.outside.node(path);
  }

  /** Whether nodes were reached inside of the node at a path. */
  hasInside(path: string): boolean {
    return [...this.recording.outside.paths()].some((each) => isInside(each, path));
  }

  note(path: string, problem: string): undefined {
    this.notes.push({ path, problem });
    return undefined;
  }

  /** Notes what was reached and is not in the graph here, but for what is inside of something else. */
  noteOthers(): void {
    const around = new Set([...this.recorded, ...this.notes.map(({ path }) => path)]);
    for (const path of this.recording.outside.paths()) {
      if (this.#known.has(path) || pathsAround(path).some((each) => around.has(each))) continue;
      around.add(path);
      this.note(path, "is not in the graph any more");
    }
  }

  async started(given: NodeRun, node: OutsideNode): Promise<void> {
    this.recording.sink.enter(given);
    const { attempt, execution, startedAt } = node;
    const more = execution === undefined ? {} : { execution };
    await this.tell(startedAt, { kind: "node-started", ...aboutNode(given), attempt, ...more });
  }

  /** Writes how a node ended. Its outputs, if it is known what they are. */
  async ended(given: NodeRun, node: OutsideNode, inner: Literals | undefined): Promise<Literals | undefined> {
    const { state, attempt, startedAt, duration, error, outputs = inner, outputsMissing } = node;
    const about = { ...aboutNode(given), attempt, duration };
    const at = startedAt + duration;
    if (state === "failed") {
      const failure = failureOf(given.node.entity, error);
      await this.tell(at, { kind: "node-failed", ...about, error: failure, retrying: false });
    }
    if (state !== "succeeded") return undefined;
    const lacking = lackingIn(outputs, given);
    if (lacking !== undefined)
      return this.note(given.path, `has outputs that are not known: ${outputsMissing ?? lacking}`);
    const known = outputs ?? NONE;
    await this.tell(at, { kind: "node-succeeded", ...about, outputs: known });
    this.recorded.push(given.path);
    return known;
  }

  async tell(at: number, event: BareEvent): Promise<void> {
    const { sink, run } = this.recording;
    await sink.tell({ ...event, at, runId: run });
  }
}

const NONE: Literals = new Map();

// Conditionals and gates declare nothing. What declares no outputs has none that could be lacking.
function lackingIn(outputs: Literals = NONE, { node }: NodeRun): string | undefined {
  const declared = declaredOf(node.message)?.outputs;
  if (declared === undefined) return outputs === NONE ? "nobody kept them" : undefined;
  const lacking = [...declared.keys()].filter((name) => !outputs.has(name));
  return lacking.length === 0 ? undefined : `nobody kept ${lacking.join(", ")}`;
}

/** The error of a node or of a run, in the words of where it ran. */
export function failureOf(
  entity: string,
  error: OutsideNode["error"],
): ReturnType<typeof coreErrors.TASK_FAILED> {
  const { code, message } = error ?? { code: "", message: "it is not known why" };
  const words = code === "" ? message : `[${code}] ${message}`;
  // Long messages are shortened in others, and this one is whole.
  const cause = fromErrorData({ name: code === "" ? "Error" : code, message });
  return coreErrors.TASK_FAILED({ task: entity, message: words }, { cause });
}

function isInside(path: string, outer: string): boolean {
  return path.startsWith(`${outer}/`) || path.startsWith(`${outer}>`);
}

function pathsAround(path: string): readonly string[] {
  const ends = [...path.matchAll(/[/>]/g)].map(({ index }) => index);
  return ends.map((end) => path.slice(0, end));
}
