import type { FlytekitError } from "@flytekit-ts/core/errors";
import type { RunEvent } from "@flytekit-ts/local-exec";
import type { Change, ExecutionFault, NodeChange, TaskChange } from "@flytekit-ts/remote";
import { errors } from "../../errors.js";
import type { WrittenNode } from "../graphs/written-node.js";

type Bare<E> = E extends RunEvent ? Omit<E, "at" | "runId"> : never;
type BareEvent = Bare<RunEvent>;
type OfNode = {
  readonly node: string;
  readonly name: string;
  readonly entity: string;
  readonly attempt: number;
};
type LogLinks = TaskChange["task"]["logs"];

const RUNNING: ReadonlySet<string> = new Set(["RUNNING", "DYNAMIC_RUNNING", "SUCCEEDING", "FAILING"]);
const FAILED: ReadonlySet<string> = new Set(["FAILED", "TIMED_OUT"]);

/**
 * Changes of an execution as the events of a run, so that both look the same to people. What a cluster does not tell is made
 * up for: a node that has ended between two looks has started too.
 */
export class RunEvents {
  /** The errors of nodes, by the fault of the cluster: an execution fails with that of one of its nodes. */
  readonly #failures = new Map<string, FlytekitError>();
  readonly #failedAt = new Map<string, { readonly message: string; readonly failure: FlytekitError }>();
  readonly #started = new Set<string>();
  readonly #ended = new Set<string>();
  readonly #attempts = new Map<string, number>();
  readonly #tasks = new Map<string, string>();
  readonly #logs = new Map<string, LogLinks>();
  readonly #graph: (path: string) => WrittenNode | undefined;
  readonly #emit: (event: BareEvent) => void;
  /** The name of the execution. */
  readonly #execution: string;

  constructor(
    execution: string,
    graph: (path: string) => WrittenNode | undefined,
    emit: (event: BareEvent) => void,
  ) {
    this.#execution = execution;
    this.#graph = graph;
    this.#emit = emit;
  }

  take(change: Change): void {
    if (change.kind === "node") this.#node(change);
    if (change.kind === "task") this.#task(change);
    if (change.kind === "item") this.#item(change);
  }

  /** The error of the node whose fault ended the execution, if it was told. */
  failureOf(fault: ExecutionFault): FlytekitError | undefined {
    const exact = this.#failures.get(fault.message);
    if (exact !== undefined) return exact;
    return [...this.#failures].find(([message]) => fault.message.includes(message))?.[1];
  }

  #node({ path, node }: NodeChange): void {
    const { phase, error, duration = 0, cache, isParent } = node;
    if (RUNNING.has(phase)) {
      if (this.#start(path)) this.#waits(path);
      return undefined;
    }
    if (this.#ended.has(path)) return undefined;
    if (phase === "SKIPPED") {
      this.#ended.add(path);
      return this.#emit({ kind: "node-skipped", ...this.#of(path) });
    }
    if (phase === "SUCCEEDED" || phase === "RECOVERED") {
      this.#start(path);
      this.#ended.add(path);
      const reused = cache === "HIT" ? { reused: "cache" as const } : {};
      return this.#emit({
        kind: "node-succeeded",
        ...this.#of(path),
        duration,
        outputs: new Map(),
        ...reused,
      });
    }
    if (!FAILED.has(phase)) return undefined;
    this.#start(path);
    this.#ended.add(path);
    const failure = this.#failureAt(path, error, isParent);
    return this.#emit({ kind: "node-failed", ...this.#of(path), duration, error: failure, retrying: false });
  }

  #task({ path, task }: TaskChange): void {
    const { attempt, phase, error, logs, duration = 0 } = task;
    this.#tasks.set(path, task.task);
    if (logs.length > 0) this.#logs.set(path, logs);
    if (this.#ended.has(path) || !this.#started.has(path)) return;
    const before = this.#attempts.get(path) ?? 0;
    if (attempt > before) {
      this.#attempts.set(path, attempt);
      this.#emit({ kind: "node-started", ...this.#of(path) });
    }
    // An attempt that failed has another behind it, unless its node has failed too.
    if (!FAILED.has(phase) || error === undefined) return;
    const failure = errors.CLUSTER_NODE_FAILED({ execution: this.#execution, ...error, logs });
    this.#emit({ kind: "node-failed", ...this.#of(path), duration, error: failure, retrying: true });
  }

  #item({ path, item }: Extract<Change, { readonly kind: "item" }>): void {
    const { index, phase } = item;
    const isEnded = phase === "SUCCEEDED" || FAILED.has(phase);
    if (!isEnded && phase !== "RUNNING") return;
    const of = { ...this.#of(path), item: index };
    if (!this.#started.has(path)) {
      this.#started.add(path);
      this.#emit({ kind: "node-started", ...of });
    }
    if (!isEnded || this.#ended.has(path)) return;
    this.#ended.add(path);
    if (phase === "SUCCEEDED")
      return this.#emit({ kind: "node-succeeded", ...of, duration: 0, outputs: new Map() });
    const error = errors.CLUSTER_NODE_FAILED({
      execution: this.#execution,
      code: phase,
      kind: "unknown",
      message: "see its logs",
      logs: item.logs,
    });
    this.#emit({ kind: "node-failed", ...of, duration: 0, error, retrying: false });
  }

  /** Whether the node had not started before. */
  #start(path: string): boolean {
    if (this.#started.has(path)) return false;
    this.#started.add(path);
    this.#emit({ kind: "node-started", ...this.#of(path) });
    return true;
  }

  #waits(path: string): void {
    const gate = this.#graph(path)?.gate;
    if (gate === undefined) return;
    this.#emit({ kind: "node-waiting", ...this.#of(path), gate: { ...gate, since: Date.now() } });
  }

  // A node that others are inside of fails with the error of one of them, whichever of the two is heard of first.
  #failureAt(path: string, error: ExecutionFault | undefined, isParent: boolean): FlytekitError {
    const fault = error ?? { code: "FAILED", kind: "unknown", message: "the cluster does not say why" };
    const logs = this.#logs.get(path) ?? [];
    // The links to logs are those of the inner one.
    const told = isParent ? this.failureOf(fault) : logs.length === 0 ? this.#around(path, fault) : undefined;
    const failure = told ?? errors.CLUSTER_NODE_FAILED({ execution: this.#execution, ...fault, logs });
    if (told === undefined) this.#failures.set(fault.message, failure);
    this.#failedAt.set(path, { message: fault.message, failure });
    return failure;
  }

  /** The error of a node around one that failed, if it is the same fault. */
  #around(path: string, { message }: ExecutionFault): FlytekitError | undefined {
    const found = [...this.#failedAt].find(
      ([outer, each]) =>
        /^[>/]/.test(path.slice(outer.length)) && path.startsWith(outer) && each.message.includes(message),
    );
    return found?.[1].failure;
  }

  #of(path: string): OfNode {
    const written = this.#graph(path);
    const step = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf(">")) + 1);
    const entity = written?.entity ?? this.#tasks.get(path) ?? step;
    return { node: path, name: written?.name ?? entity, entity, attempt: this.#attempts.get(path) ?? 0 };
  }
}
