import type { FlytekitError } from "@flytekit-ts/core/errors";
import type { RunEvent } from "../events/events.js";
import { pathAround } from "../events/node-path.js";
import { nameOf } from "./name-of.js";
import { addEnded, type Ended, type TreeNode, treeNode } from "./tree-node.js";

type EventOf<K extends RunEvent["kind"]> = Extract<RunEvent, { readonly kind: K }>;
type NodeEvent = Extract<RunEvent, { readonly node: string }>;

/** A node that failed, and no node inside it did. */
export interface Failure {
  readonly node: string;
  readonly name: string;
  readonly attempt: number;
  readonly error: FlytekitError;
}

/** So many failures are kept to be shown: the items of a map may all fail. */
const MOST_FAILURES = 20;

/**
 * What is going on in a run, as far as it can be shown.
 *
 * T1. It holds the nodes that are under way, a few of those that have ended for each graph, and counts of all. So it does
 *     not grow with the run, and an event costs the same at any time.
 * T2. The items of a map, and what is inside them, are counts of the map.
 */
export class RunTree {
  readonly root: TreeNode;
  readonly counts = { succeeded: 0, failed: 0, skipped: 0, cached: 0, reused: 0, retries: 0 };
  readonly failures: Failure[] = [];
  /** How many failures are not kept. */
  moreFailures = 0;
  readonly #active = new Map<string, TreeNode>();
  /** Items under way, and nodes under way inside items. */
  readonly #hidden = new Map<string, TreeNode>();
  /** The nodes inside of which one has failed: their failure is that of the inner one. */
  readonly #failedInside = new Set<string>();
  readonly #told = new WeakSet<FlytekitError>();
  readonly #now: () => number;

  constructor({ entity }: EventOf<"run-started">, now: () => number) {
    this.#now = now;
    this.root = treeNode({ name: entity, around: undefined }, now());
  }

  take(event: RunEvent): void {
    switch (event.kind) {
      case "node-started":
        return this.#started(event);
      case "node-succeeded":
        if (event.reused === "cache") this.counts.cached += 1;
        if (event.reused === "journal") this.counts.reused += 1;
        return this.#ended(event, "succeeded");
      case "node-failed":
        return this.#failed(event);
      case "node-skipped":
        return this.#ended(event, "skipped");
      case "node-waiting":
        return this.#waits(event);
      default:
        return undefined;
    }
  }

  /** Whether a node is one of those that are counted with their map, and not shown. */
  isHidden(event: NodeEvent): boolean {
    return this.#mapAround(event) !== undefined;
  }

  /** Whether the error with which the run failed is told with the failure of a node. */
  isTold(error: FlytekitError): boolean {
    return this.#told.has(error);
  }

  /** The run has ended: so has everything in it. */
  end({ kind, duration }: EventOf<"run-succeeded" | "run-failed">): void {
    this.root.state = kind === "run-succeeded" ? "succeeded" : "failed";
    this.root.duration = duration;
    this.#stopInside(this.root);
  }

  #around(node: string): TreeNode {
    let path = pathAround(node);
    while (path !== undefined) {
      const found = this.#hidden.get(path) ?? this.#active.get(path);
      if (found !== undefined) return found;
      path = pathAround(path);
    }
    return this.root;
  }

  /** The map whose counts a node belongs to, if it does. */
  #mapAround({ node, item }: NodeEvent): TreeNode | undefined {
    const known = this.#hidden.get(node);
    if (known !== undefined) return known;
    if (item !== undefined) return this.#around(node);
    const path = pathAround(node);
    return path === undefined ? undefined : this.#hidden.get(path);
  }

  #started(event: EventOf<"node-started">): void {
    const { node, attempt, item } = event;
    const map = this.#mapAround(event);
    if (map !== undefined) {
      if (item !== undefined && !this.#hidden.has(node)) map.items.running += 1;
      this.#hidden.set(node, map);
      return;
    }
    const shown = this.#node(event);
    shown.attempt = attempt;
    shown.state = "running";
    shown.note = undefined;
  }

  #node({ node, name }: NodeEvent): TreeNode {
    const before = this.#active.get(node);
    if (before !== undefined) return before;
    const around = this.#around(node);
    const made = treeNode({ path: node, name: nameOf(name), around }, this.#now());
    around.active.add(made);
    this.#active.set(node, made);
    return made;
  }

  #ended(event: EventOf<"node-succeeded" | "node-failed" | "node-skipped">, state: Ended): void {
    this.counts[state] += 1;
    const map = this.#mapAround(event);
    if (map !== undefined) {
      if (event.item === undefined) return void this.#hidden.delete(event.node);
      if (this.#hidden.delete(event.node)) map.items.running -= 1;
      map.items[state] += 1;
      return;
    }
    const node = this.#node(event);
    node.state = state;
    node.duration = "duration" in event ? event.duration : undefined;
    node.note =
      event.kind === "node-succeeded" && event.reused !== undefined ? `from the ${event.reused}` : undefined;
    this.#active.delete(event.node);
    this.#stopInside(node);
    addEnded(node);
  }

  #failed(event: EventOf<"node-failed">): void {
    if (event.retrying) {
      this.counts.retries += 1;
      const node = this.#mapAround(event) === undefined ? this.#node(event) : undefined;
      if (node !== undefined) {
        node.state = "retrying";
        node.note = event.error.code;
        this.#stopInside(node);
      }
      return;
    }
    this.#note(event);
    this.#ended(event, "failed");
  }

  #note({ node, name, attempt, error }: EventOf<"node-failed">): void {
    const isTold = this.#told.has(error);
    this.#told.add(error);
    const around = pathAround(node);
    if (around !== undefined) this.#failedInside.add(around);
    // Once: with the node inside, or with the one around it, if a cluster told of that first.
    if (this.#failedInside.delete(node) || isTold) return;
    if (this.failures.length < MOST_FAILURES)
      this.failures.push({ node, name: nameOf(name), attempt, error });
    else this.moreFailures += 1;
  }

  #waits(event: EventOf<"node-waiting">): void {
    if (this.#mapAround(event) !== undefined) return;
    const node = this.#node(event);
    const { gate } = event;
    node.state = "waiting";
    node.note =
      gate.for === "time"
        ? `sleeps until ${new Date(gate.until).toISOString()}`
        : `waits for ${gate.for === "approval" ? "approval" : `input${gate.type === "" ? "" : ` (${gate.type})`}`}: ${gate.signal}`;
  }

  // What is inside a node that has ended tells nothing more. A loop, because graphs nest thousands deep.
  #stopInside(node: TreeNode): void {
    const stopped = [...node.active];
    for (const inner of stopped) stopped.push(...inner.active);
    for (const { path } of stopped) this.#active.delete(path);
    node.active.clear();
  }
}
