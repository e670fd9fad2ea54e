import type { Signal } from "@flytekit-ts/core/storage";
import type { CompiledWorkflowClosure, Identifier } from "@flytekit-ts/models/core";
import type { Change, ExecutedEntity, NodeState, Remote } from "@flytekit-ts/remote";
import { hasMade, madeGraph, unlessUnreadable } from "./made-graph.js";
import { withoutAttempts } from "../../graph/states/without-attempts.js";
import { nodeIn, type WrittenNode } from "./written-node.js";

/** The nodes of an execution as their authors wrote them, by their paths, as far as their graphs are known by then. */
export interface ExecutionGraph {
  at(path: string): WrittenNode | undefined;
  /** Read the graph that a node has made, or that the execution which it started runs. */
  learn(change: Change): Promise<void>;
}

/** The graphs that an execution runs: that of its workflow, and those that its nodes bring with them. A task has none. */
export async function graphOfExecution(
  remote: Remote,
  entity: ExecutedEntity | undefined,
  signal: Signal,
): Promise<ExecutionGraph> {
  const graphs = new Graphs(remote, signal);
  if (entity?.kind === "launch-plan") await graphs.begin(entity);
  return graphs;
}

class Graphs implements ExecutionGraph {
  readonly #remote: Remote;
  readonly #signal: Signal;
  /** By the path of the node around. */
  readonly #known = new Map<string, CompiledWorkflowClosure>();
  readonly #workflows = new Map<string, CompiledWorkflowClosure>();

  constructor(remote: Remote, signal: Signal) {
    this.#remote = remote;
    this.#signal = signal;
  }

  async begin({ kind: _kind, ...plan }: ExecutedEntity): Promise<void> {
    await this.#keep("", async () => {
      const { spec } = await this.#remote.launchPlan(plan, { signal: this.#signal });
      return await this.#workflow(spec.workflowId);
    });
  }

  at(path: string): WrittenNode | undefined {
    const bare = withoutAttempts(path);
    for (let around = parentOf(bare); ; around = parentOf(around)) {
      const closure = this.#known.get(around);
      const steps = around === "" ? bare : bare.slice(around.length + 1);
      if (closure !== undefined) return steps.includes(">") ? undefined : nodeIn(closure, steps.split("/"));
      if (around === "") return undefined;
    }
  }

  async learn(change: Change): Promise<void> {
    if (change.kind !== "node") return;
    const { node } = change;
    const path = withoutAttempts(change.path);
    const { child } = node;
    if (this.#known.has(path)) return;
    if (child !== undefined) await this.#keep(path, () => this.#child(child));
    else if (hasMade(node)) await this.#keep(path, () => madeGraph(this.#remote, node, this.#signal));
  }

  async #keep(path: string, read: () => Promise<CompiledWorkflowClosure | undefined>): Promise<void> {
    const closure = await unlessUnreadable(read);
    if (closure !== undefined) this.#known.set(path, closure);
  }

  async #child(id: NodeState["execution"]): Promise<CompiledWorkflowClosure | undefined> {
    const { admin } = this.#remote.connection;
    const { closure } = await admin.getExecution({ id: { ...id, org: "" } }, { signal: this.#signal });
    return await this.#workflow(closure?.workflowId);
  }

  async #workflow(id: Identifier | undefined): Promise<CompiledWorkflowClosure | undefined> {
    if (id === undefined) return undefined;
    const key = JSON.stringify([id.project, id.domain, id.name, id.version]);
    const known = this.#workflows.get(key);
    if (known !== undefined) return known;
    const { compiled } = await this.#remote.workflow(id, { signal: this.#signal });
    if (compiled !== undefined) this.#workflows.set(key, compiled);
    return compiled;
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), path.lastIndexOf(">"), 0));
}
