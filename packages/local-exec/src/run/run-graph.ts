import type { FlytekitError, Literals } from "@flytekit-ts/core/plugin";
import { runTaskNode } from "../nodes/run-task-node.js";
import { resolveBindings } from "../resolve/resolve-binding.js";
import type { Plan, PlannedNode } from "./plan.js";
import type { RunState } from "./run-state.js";
import { toFlytekitError } from "./to-flytekit-error.js";

/** A graph of a run: the plan, its inputs, and the ids of the workflow nodes around it. */
export interface GraphRun {
  readonly plan: Plan;
  readonly inputs: Literals;
  /** Empty for the root, else ends with `/`. */
  readonly prefix: string;
}

/**
 * Run the nodes of one workflow by data flow and give its outputs.
 *
 * G1. A node starts when all its upstream nodes have succeeded, and not before.
 * G2. A node behind a failed or skipped one is skipped.
 * G3. Under fail-immediately the first failure ends the graph; under the other policy all that can still
 *     run runs first. Then the failure that came first is thrown.
 */
export function runGraph(graph: GraphRun, state: RunState): Promise<Literals> {
  return new Promise((resolve, reject) => new GraphExecution(graph, state, { resolve, reject }).start());
}

interface Settle {
  readonly resolve: (outputs: Literals) => void;
  readonly reject: (error: unknown) => void;
}

class GraphExecution {
  readonly #graph: GraphRun;
  readonly #state: RunState;
  readonly #settle: Settle;
  readonly #outputs = new Map<string, Literals>();
  /** Upstream nodes that are still to come, by the node's index. */
  readonly #missing: number[];
  #left: number;
  #failure: FlytekitError | undefined;

  constructor(graph: GraphRun, state: RunState, settle: Settle) {
    this.#graph = graph;
    this.#state = state;
    this.#settle = settle;
    this.#outputs.set("", graph.inputs);
    this.#missing = graph.plan.nodes.map(({ upstream }) => upstream);
    this.#left = graph.plan.nodes.length;
  }

  start(): void {
    this.#graph.plan.nodes.forEach((node, index) => {
      if (node.upstream === 0) this.#startNode(index);
    });
  }

  #startNode(index: number): void {
    const node = this.#graph.plan.nodes[index];
    if (node === undefined) return;
    this.#run(node).then(
      (outputs) => this.#succeeded(node, outputs),
      (error: unknown) => this.#failed(node, toFlytekitError(error)),
    );
  }

  async #run(node: PlannedNode): Promise<Literals> {
    const inputs = this.#inputsOf(node);
    const { target } = node;
    const path = this.#graph.prefix + node.id;
    // A task tells of its own attempts.
    if (target.kind === "task") return runTaskNode({ node, task: target.task, path, inputs }, this.#state);
    const start = performance.now();
    this.#state.tell({ kind: "node-started", ...this.#about(node), attempt: 0 });
    try {
      const outputs = await runGraph({ plan: target.plan, inputs, prefix: `${path}/` }, this.#state);
      this.#state.tell({
        kind: "node-succeeded",
        ...this.#about(node),
        attempt: 0,
        duration: performance.now() - start,
      });
      return outputs;
    } catch (cause) {
      throw this.#tellFailed(node, cause, performance.now() - start);
    }
  }

  #inputsOf(node: PlannedNode): Literals {
    const at = `${node.entity} (node ${this.#graph.prefix}${node.id})`;
    try {
      return resolveBindings(node.message.inputs, (id) => this.#outputs.get(id), at);
    } catch (cause) {
      throw this.#tellFailed(node, cause, 0);
    }
  }

  #tellFailed(node: PlannedNode, cause: unknown, duration: number): FlytekitError {
    const error = toFlytekitError(cause);
    this.#state.tell({
      kind: "node-failed",
      ...this.#about(node),
      attempt: 0,
      duration,
      error,
      retrying: false,
    });
    return error;
  }

  #about({ id, message, entity }: PlannedNode): {
    readonly node: string;
    readonly name: string;
    readonly entity: string;
  } {
    return { node: this.#graph.prefix + id, name: message.metadata?.name ?? entity, entity };
  }

  #succeeded(node: PlannedNode, outputs: Literals): void {
    this.#outputs.set(node.id, aliased(node, outputs));
    if (this.#state.isOver || this.#isRefused()) return;
    for (const index of node.downstream) {
      const missing = (this.#missing[index] ?? 0) - 1;
      this.#missing[index] = missing;
      if (missing === 0) this.#startNode(index);
    }
    this.#done();
  }

  #failed(node: PlannedNode, error: FlytekitError): void {
    this.#failure ??= error;
    if (this.#isRefused()) return this.#settle.reject(this.#failure);
    this.#skipBehind(node);
    this.#done();
  }

  #isRefused(): boolean {
    return this.#failure !== undefined && this.#state.policy === "fail-immediately";
  }

  // A node that misses an upstream node for good: NaN never counts down to 0, and marks it as skipped.
  #skipBehind(node: PlannedNode): void {
    const behind = [...node.downstream];
    for (let index = behind.pop(); index !== undefined; index = behind.pop()) {
      const skipped = this.#graph.plan.nodes[index];
      if (skipped === undefined || Number.isNaN(this.#missing[index])) continue;
      this.#missing[index] = Number.NaN;
      this.#state.tell({ kind: "node-skipped", ...this.#about(skipped) });
      this.#left -= 1;
      behind.push(...skipped.downstream);
    }
  }

  #done(): void {
    this.#left -= 1;
    if (this.#left > 0) return;
    if (this.#failure !== undefined) return this.#settle.reject(this.#failure);
    try {
      const at = `the outputs${this.#graph.prefix === "" ? "" : ` of node ${this.#graph.prefix.slice(0, -1)}`}`;
      this.#settle.resolve(resolveBindings(this.#graph.plan.outputs, (id) => this.#outputs.get(id), at));
    } catch (error) {
      this.#settle.reject(error);
    }
  }
}

// Who consumes an aliased output binds the alias.
function aliased({ message }: PlannedNode, outputs: Literals): Literals {
  if (message.outputAliases.length === 0) return outputs;
  const names = new Map(message.outputAliases.map(({ var: name, alias }) => [name, alias]));
  return new Map([...outputs].map(([name, literal]) => [names.get(name) ?? name, literal]));
}
