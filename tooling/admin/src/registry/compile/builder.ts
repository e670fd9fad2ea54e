import type {
  CompiledWorkflow,
  Identifier,
  Node,
  TaskTemplate,
  Variable,
  WorkflowTemplate,
} from "@flytekit-ts/models/core";
import type { LaunchPlanInterface } from "@flytekit-ts/workflow/checks";
import { compare } from "../../query/values.js";
import { identifierText } from "../../texts/identifier-text.js";

export const START = "start-node";
export const END = "end-node";

/** Variables by name. */
export type Variables = ReadonlyMap<string, Variable>;

/** What goes into a node, and what comes out. */
export interface NodeInterface {
  readonly inputs: Variables;
  readonly outputs: Variables;
}

/** A node while its workflow is compiled. The node itself is changed: it is part of the compiled workflow. */
export interface NodeState {
  readonly node: Node;
  types?: NodeInterface | undefined;
}

/** A workflow that is compiled, perhaps more than once: each time it has more of a compiled one. */
export interface WorkflowState {
  readonly template: WorkflowTemplate;
  connections: CompiledWorkflow["connections"];
}

/** What workflows call, by the text of ids. */
export interface Registered {
  readonly tasks: ReadonlyMap<string, TaskTemplate>;
  readonly launchPlans: ReadonlyMap<string, LaunchPlanInterface>;
  readonly subWorkflows: ReadonlyMap<string, WorkflowState>;
}

/** One pass over a workflow: its nodes, and which waits for which. */
export class Builder {
  readonly workflow: WorkflowState;
  readonly registered: Registered;
  readonly nodes = new Map<string, NodeState>();
  /** Sub-workflows that this pass has compiled. */
  readonly compiled = new Set<string>();
  readonly #states = new Map<Node, NodeState>();
  readonly #upstream = new Map<string, Set<string>>();
  readonly #downstream = new Map<string, Set<string>>();

  constructor(workflow: WorkflowState, registered: Registered) {
    this.workflow = workflow;
    this.registered = registered;
  }

  stateOf(node: Node): NodeState {
    const state = this.#states.get(node) ?? { node };
    this.#states.set(node, state);
    return state;
  }

  /** Adds a node under its id, unless there is one. */
  add(state: NodeState): void {
    if (this.nodes.has(state.node.id)) return;
    this.nodes.set(state.node.id, state);
    this.workflow.template.nodes.push(state.node);
  }

  task(id: Identifier): TaskTemplate | undefined {
    return this.registered.tasks.get(identifierText(id));
  }

  /** Says that a node waits for another. */
  connect(from: string, to: string): void {
    add(this.#downstream, from === "" ? START : from, to);
    this.waits(from, to);
  }

  /** Says only to the node that waits. */
  waits(from: string, to: string): void {
    add(this.#upstream, to, from === "" ? START : from);
  }

  isWaiting(id: string): boolean {
    return this.#upstream.has(id);
  }

  isAwaited(id: string): boolean {
    return this.#downstream.has(id);
  }

  after(id: string): readonly string[] {
    return [...(this.#downstream.get(id) ?? [])];
  }

  /** Writes into the workflow which node waits for which. */
  finish(): void {
    this.workflow.connections = {
      downstream: idLists(this.#downstream),
      upstream: idLists(this.#upstream),
    };
  }
}

function add(lists: Map<string, Set<string>>, key: string, id: string): void {
  const list = lists.get(key) ?? new Set();
  lists.set(key, list.add(id));
}

function idLists(lists: ReadonlyMap<string, ReadonlySet<string>>): Map<string, { ids: string[] }> {
  return new Map([...lists].map(([key, ids]) => [key, { ids: [...ids].toSorted(compare) }]));
}
