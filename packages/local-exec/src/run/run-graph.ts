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
    const inputs = resolveBindings(node.message.inputs, (id) => this.#outputs.get(id));
    const path = this.#graph.prefix + node.id;
    if (node.target.kind === "task") return runTaskNode({ node, task: node.target.task, path, inputs }, this.#state);
    return this.#runWorkflow(node, { plan: node.target.plan, inputs, prefix: `${path}/` });
  }

  async #runWorkflow(node: PlannedNode, inner: GraphRun): Promise<Literals> {
    const about = { ...this.#about(node), attempt: 0 };
    this.#state.tell({ kind: "node-started", ...about });
    const start = performance.now();
    try {
      const outputs = await runGraph(inner, this.#state);
      this.#state.tell({ kind: "node-succeeded", ...about, duration: performance.now() - start });
      return outputs;
    } catch (cause) {
      const error = toFlytekitError(cause);
      this.#state.tell({ kind: "node-failed", ...about, duration: performance.now() - start, error, retrying: false });
      throw error;
    }
  }

  #about({ id, message, entity }: PlannedNode): { readonly node: string; readonly name: string; readonly entity: string } {
    return { node: this.#graph.prefix + id, name: message.metadata?.name ?? entity, entity };
  }

  #succeeded(node: PlannedNode, outputs: Literals): void {
    this.#outputs.set(node.id, aliased(node, outputs));
    if (this.#state.isOver) return;
    for (const index of node.downstream) {
      const missing = (this.#missing[index] ?? 0) - 1;
      this.#missing[index] = missing;
      if (missing === 0) this.#startNode(index);
    }
    this.#done();
  }

  #failed(node: PlannedNode, error: FlytekitError): void {
    this.#failure ??= error;
    if (this.#state.policy === "fail-immediately") return this.#settle.reject(this.#failure);
    this.#skipBehind(node);
    this.#done();
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
      this.#settle.resolve(resolveBindings(this.#graph.plan.outputs, (id) => this.#outputs.get(id)));
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
