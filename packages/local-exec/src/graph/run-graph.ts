import type { FlytekitError } from "@flytekit-ts/core/errors";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { GraphNode, Plan } from "../plan/plan.js";
import { resolveStored } from "../resolve/resolve-stored.js";
import type { Maybe } from "../scope/maybe.js";
import { type Outcome, SKIPPED } from "../scope/node-run.js";
import type { Scope } from "../scope/scope.js";
import { tellSkipped } from "../scope/tell.js";
import { toFlytekitError } from "../events/to-flytekit-error.js";
import { aliased } from "./aliased.js";
import { Arrivals } from "./arrivals.js";
import { enterNode } from "./enter-node.js";
import { Ready } from "./ready.js";

/** A graph to run: its plan, its inputs, and the node that contains it. */
export interface GraphRun {
  readonly plan: Plan;
  readonly inputs: Literals;
  /** The path of the node that contains the graph. Undefined for the root. */
  readonly path?: string;
  /** Empty for the root. Otherwise the path, and a `/`, or a `>` if the graph is a separate execution. */
  readonly prefix: string;
}

/**
 * Run the nodes of one workflow by data flow and return its outputs.
 *
 * G1. A node starts when all its upstream nodes have succeeded, and not before.
 * G2. A node downstream of a failed or skipped node is skipped.
 * G3. Under fail-immediately, the first failure ends the graph. Under the other policy, every node that can still
 *     run does so first. Then the first failure is thrown.
 * G4. A branch may choose its arm before the upstream nodes of that arm are done. The arm then waits for them in this
 *     graph. If one of them fails or is skipped, the branch counts as skipped.
 * G5. Each node succeeds, fails or is skipped, exactly once.
 */
export function runGraph(graph: GraphRun, scope: Scope): Promise<Literals> {
  return new Promise((resolve, reject) => {
    const execution = new GraphExecution(graph, scope, { resolve, reject });
    // Not at once: graphs within graphs would be entered by recursion, and a few hundred would overflow the stack.
    queueMicrotask(() => execution.start());
  });
}

interface Settle {
  readonly resolve: (outputs: Literals | Promise<Literals>) => void;
  readonly reject: (error: unknown) => void;
}

class GraphExecution {
  readonly #graph: GraphRun;
  readonly #scope: Scope;
  readonly #settle: Settle;
  readonly #arrivals: Arrivals;
  readonly #ready: Ready;
  /** For each node, by index: how many of its upstream nodes are not done yet. */
  readonly #missing: number[];
  #left: number;
  #failure: FlytekitError | undefined;

  constructor(graph: GraphRun, scope: Scope, settle: Settle) {
    this.#graph = graph;
    this.#scope = scope;
    this.#settle = settle;
    this.#arrivals = new Arrivals(graph.inputs);
    this.#ready = new Ready(scope.run.slots.turns, (index) => this.#orReject(() => this.#startNode(index)));
    this.#missing = graph.plan.nodes.map(({ upstream }) => upstream);
    this.#left = graph.plan.nodes.length;
  }

  start(): void {
    this.#graph.plan.nodes.forEach((node, index) => {
      if (node.upstream === 0) this.#ready.add(index);
    });
    this.#ready.startAll();
  }

  #startNode(index: number): void {
    const node = this.#graph.plan.nodes[index];
    if (node === undefined || this.#isEnded) return;
    let outcome: Maybe<Outcome>;
    try {
      outcome = enterNode(node, this.#graph.prefix + node.id, this.#arrivals, this.#scope);
    } catch (error) {
      return this.#failed(node, toFlytekitError(error));
    }
    if (outcome instanceof Promise) return this.#await(node, outcome);
    this.#came(node, outcome);
  }

  // Apart, so that a node that ends at once makes no closures.
  #await(node: GraphNode, outcome: Promise<Outcome>): void {
    void outcome.then(
      (came) => this.#orReject(() => this.#came(node, came)),
      (error: unknown) => this.#orReject(() => this.#failed(node, toFlytekitError(error))),
    );
  }

  // Whatever is thrown in a handler of a promise would be lost, and the graph would never end.
  #orReject(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#settle.reject(error);
    }
  }

  get #isEnded(): boolean {
    return this.#scope.isOver || this.#isRefused();
  }

  #came(node: GraphNode, outcome: Outcome): void {
    if (this.#isEnded) return;
    if (outcome === SKIPPED) this.#loseBehind(node);
    else {
      this.#arrivals.add(node.id, aliased(node, outcome));
      for (const index of node.downstream) {
        const missing = (this.#missing[index] ?? 0) - 1;
        this.#missing[index] = missing;
        if (missing === 0) this.#ready.add(index);
      }
      this.#ready.startAll();
    }
    this.#done();
  }

  #failed(node: GraphNode, error: FlytekitError): void {
    this.#failure ??= error;
    if (this.#isRefused()) return this.#settle.reject(this.#failure);
    this.#loseBehind(node);
    this.#done();
  }

  #isRefused(): boolean {
    return this.#failure !== undefined && this.#scope.policy === "fail-immediately";
  }

  // Skips all nodes downstream of a lost one. NaN marks a node as skipped, because it never counts down to 0.
  #loseBehind(node: GraphNode): void {
    this.#arrivals.lose(node.id);
    const lost = [node];
    for (const { downstream } of lost) {
      for (const index of downstream) {
        const skipped = this.#graph.plan.nodes[index];
        if (skipped === undefined || Number.isNaN(this.#missing[index])) continue;
        this.#missing[index] = Number.NaN;
        tellSkipped({ node: skipped, path: this.#graph.prefix + skipped.id }, this.#scope);
        this.#arrivals.lose(skipped.id);
        this.#left -= 1;
        lost.push(skipped);
      }
    }
  }

  #done(): void {
    this.#left -= 1;
    if (this.#left > 0) return;
    if (this.#failure !== undefined) return this.#settle.reject(this.#failure);
    const { plan, path } = this.#graph;
    const at = path === undefined ? "the outputs" : `the outputs of node ${path}`;
    const { store } = this.#scope.run;
    this.#settle.resolve(resolveStored(plan.outputs, { outputsOf: this.#arrivals.outputsOf, at, store }));
  }
}
