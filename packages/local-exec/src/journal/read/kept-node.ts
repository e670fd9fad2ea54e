import type { FlytekitError } from "@flytekit-ts/core/errors";
import { fromErrorData } from "@flytekit-ts/core/literals";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { LogLevel, RunEvent, WaitingFor } from "../../events/events.js";
import { toFlytekitError } from "../../events/to-flytekit-error.js";
import type { EventRecord, RecordedLiterals } from "../format/records.js";

/**
 * `interrupted`: its run or its process ended before it did. That is also the state of a node whose attempt failed and which
 * was to be tried again; while the run goes on, such a node is `running`.
 */
export type KeptState = "running" | "waiting" | "succeeded" | "failed" | "skipped" | "interrupted";

/** One attempt of a node, as a journal has it. Times are in milliseconds since 1970, durations in milliseconds. */
export interface KeptAttempt {
  readonly attempt: number;
  readonly state: KeptState;
  /** Undefined if nothing was executed: its result came from a cache or a journal. */
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
  readonly duration: number | undefined;
  readonly error: FlytekitError | undefined;
  /** Whether another attempt was to follow this one, which failed. */
  readonly isRetried: boolean;
  readonly reused: "cache" | "journal" | undefined;
  /** What it waits for, if it is a gate. */
  readonly gate: WaitingFor | undefined;
  readonly logs: readonly { readonly at: number; readonly level: LogLevel; readonly message: string }[];
  /** The path of its deck. */
  readonly deck: string | undefined;
  /** Its peak memory and CPU time, and what else was noted. */
  readonly usage: Extract<RunEvent, { readonly kind: "node-succeeded" }>["usage"];
}

type CacheRecord = Extract<EventRecord, { readonly kind: `cache-${string}` }>;

/** A node, as a journal has it. */
export interface KeptNode {
  /** Its path, as in events. */
  readonly node: string;
  readonly name: string;
  readonly entity: string;
  readonly item: number | undefined;
  readonly state: KeptState;
  /** All attempts of all processes that worked on the run. */
  readonly attempts: readonly KeptAttempt[];
  /** What the cache said about it. */
  readonly cache: readonly CacheRecord[];
  /** @throws `JOURNAL_CONTENT_LOST` */
  inputs(): Promise<Literals | undefined>;
  /** @throws `JOURNAL_CONTENT_LOST` */
  outputs(): Promise<Literals | undefined>;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type OfNode = Extract<EventRecord, { readonly node: string }>;
type Decode = (literals: RecordedLiterals) => Promise<Literals>;

/** A node while its records are read. */
export class NodeOfRecords implements KeptNode {
  readonly node: string;
  readonly name: string;
  readonly entity: string;
  readonly item: number | undefined;
  readonly attempts: Mutable<KeptAttempt>[] = [];
  readonly cache: CacheRecord[] = [];
  readonly #decode: Decode;
  #isSkipped = false;
  #isInterrupted = false;
  #inputs: RecordedLiterals | undefined;
  #outputs: RecordedLiterals | undefined;

  constructor({ node, name, entity, ...rest }: OfNode, decode: Decode) {
    this.node = node;
    this.name = name;
    this.entity = entity;
    this.item = rest.item;
    this.#decode = decode;
  }

  get state(): KeptState {
    if (this.#isSkipped) return "skipped";
    const last = this.attempts.at(-1);
    if (last?.isRetried === true) return this.#isInterrupted ? "interrupted" : "running";
    return last?.state ?? "running";
  }

  async inputs(): Promise<Literals | undefined> {
    return this.#inputs === undefined ? undefined : this.#decode(this.#inputs);
  }

  async outputs(): Promise<Literals | undefined> {
    return this.#outputs === undefined ? undefined : this.#decode(this.#outputs);
  }

  add(event: OfNode): void {
    switch (event.kind) {
      case "node-started":
        this.#start(event.attempt, event.at);
        this.#inputs = event.inputs;
        break;
      case "node-succeeded":
        this.#succeed(event);
        break;
      case "node-failed": {
        const { at, duration, usage, deck, retrying: isRetried } = event;
        const attempt = this.#attemptOf(event.attempt);
        const error = toFlytekitError(fromErrorData(event.error));
        Object.assign(attempt, { state: "failed", endedAt: at, duration, error, isRetried, usage, deck });
        break;
      }
      case "node-waiting":
        Object.assign(this.#attemptOf(event.attempt), { state: "waiting", gate: event.gate });
        break;
      case "node-logged": {
        const { at, level, message, attempt } = event;
        const of = this.#attemptOf(attempt);
        of.logs = [...of.logs, { at, level, message }];
        break;
      }
      case "node-skipped":
        this.#isSkipped = true;
        break;
      default:
        this.cache.push(event);
    }
  }

  /** The run, or the process that wrote it, has ended. */
  interrupt(): void {
    this.#isInterrupted = true;
    for (const attempt of this.attempts)
      if (attempt.state === "running" || attempt.state === "waiting") attempt.state = "interrupted";
  }

  #succeed(event: Extract<EventRecord, { readonly kind: "node-succeeded" }>): void {
    const { at, duration, reused, usage, deck, since } = event;
    const attempt = this.#attemptOf(event.attempt);
    if (since !== undefined) attempt.startedAt = since;
    Object.assign(attempt, { state: "succeeded", endedAt: at, duration, reused, usage, deck });
    this.#isSkipped = false;
    if (event.inputs !== undefined) this.#inputs = event.inputs;
    this.#outputs = event.outputs;
  }

  #start(attempt: number, startedAt: number | undefined): Mutable<KeptAttempt> {
    this.#isSkipped = false;
    this.#isInterrupted = false;
    const started: Mutable<KeptAttempt> = {
      attempt,
      state: "running",
      startedAt,
      endedAt: undefined,
      duration: undefined,
      error: undefined,
      isRetried: false,
      reused: undefined,
      gate: undefined,
      logs: [],
      deck: undefined,
      usage: undefined,
    };
    this.attempts.push(started);
    return started;
  }

  // An attempt that was interrupted is over, and another of the same number is another.
  #attemptOf(number: number): Mutable<KeptAttempt> {
    const last = this.attempts.at(-1);
    const isOpen = last?.attempt === number && (last.state === "running" || last.state === "waiting");
    return isOpen ? last : this.#start(number, undefined);
  }
}
