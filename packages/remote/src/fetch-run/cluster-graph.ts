import type { ExecutionId } from "@flytekit-ts/core";
import { isFlytekitError } from "@flytekit-ts/core/errors";
import type { Signal } from "@flytekit-ts/core/storage";
import type * as idl from "@flytekit-ts/models/core";
import type { Connection } from "../connection/connection.js";
import type { NodeState } from "../watching/state/node-state.js";

/** A graph of the cluster: its nodes by id, arms included, and the closure that has its sub-workflows. */
interface Level {
  readonly nodes: ReadonlyMap<string, idl.Node>;
  readonly closure: idl.CompiledWorkflowClosure;
}

type MaybeLevel = Promise<Level | undefined>;

/** The graphs that an execution ran, as they were registered, read when a node in them is asked for. */
export class ClusterGraph {
  readonly #connection: Connection;
  readonly #signal: Signal | undefined;
  /** By the path of the node around. */
  readonly #levels = new Map<string, MaybeLevel>();
  readonly #workflows = new Map<string, MaybeLevel>();

  constructor(connection: Connection, signal: Signal | undefined) {
    this.#connection = connection;
    this.#signal = signal;
  }

  /** The graph of the outermost execution. */
  begin(workflow: idl.Identifier | undefined): void {
    this.#levels.set("", this.#workflow(workflow));
  }

  /** A node, if its graph can be read. `states` are the nodes around it, the outermost first. */
  async nodeAt(states: readonly NodeState[], id: string): Promise<idl.Node | undefined> {
    let level = await this.#levels.get("");
    for (const state of states) {
      const known = this.#levels.get(state.path);
      const inner: MaybeLevel = known ?? this.#inside(level, state);
      this.#levels.set(state.path, inner);
      level = await inner;
    }
    return level?.nodes.get(id);
  }

  async #inside(level: Level | undefined, state: NodeState): MaybeLevel {
    if (level === undefined) return undefined;
    const { target } = level.nodes.get(idIn(state.path)) ?? {};
    if (target?.$case === "branchNode" || target?.$case === "arrayNode") return level;
    if (state.child !== undefined) return this.#child(state.child);
    if (state.isDynamic) return this.#made(state);
    const reference = target?.$case === "workflowNode" ? target.value.reference : undefined;
    if (reference?.$case !== "subWorkflowRef") return undefined;
    const { name } = reference.value;
    const found = level.closure.subWorkflows.find(({ template }) => template?.id?.name === name);
    return found === undefined ? undefined : levelOf(found.template, level.closure);
  }

  async #child(id: ExecutionId): MaybeLevel {
    const { closure } = await this.#connection.admin.getExecution({ id }, { signal: this.#signal });
    return this.#workflow(closure?.workflowId);
  }

  async #made({ id: nodeId, execution: executionId }: NodeState): MaybeLevel {
    const { admin } = this.#connection;
    return readable(async () => {
      const request = { id: { nodeId, executionId } };
      const { compiledWorkflow } = await admin.getDynamicNodeWorkflow(request, { signal: this.#signal });
      return compiledWorkflow && levelOf(compiledWorkflow.primary?.template, compiledWorkflow);
    });
  }

  async #workflow(id: idl.Identifier | undefined): MaybeLevel {
    if (id === undefined) return undefined;
    const key = JSON.stringify([id.project, id.domain, id.name, id.version]);
    const known = this.#workflows.get(key);
    if (known !== undefined) return known;
    const { admin } = this.#connection;
    const read = readable(async () => {
      const { closure } = await admin.getWorkflow({ id }, { signal: this.#signal });
      const compiled = closure?.compiledWorkflow;
      return compiled && levelOf(compiled.primary?.template, compiled);
    });
    this.#workflows.set(key, read);
    return read;
  }
}

// A graph may have been deleted, or be too large for flyteadmin to read. Then nodes are taken by their ids alone.
async function readable(read: () => MaybeLevel): MaybeLevel {
  try {
    return await read();
  } catch (error) {
    if (isFlytekitError(error) && UNREADABLE.has(error.code)) return undefined;
    throw error;
  }
}

const UNREADABLE: ReadonlySet<string> = new Set([
  "CLUSTER_ENTITY_NOT_FOUND",
  "CLUSTER_FAILED",
  "CLUSTER_MESSAGE_TOO_LARGE",
  "CALL_UNSUPPORTED",
]);

function levelOf(
  template: idl.WorkflowTemplate | undefined,
  closure: idl.CompiledWorkflowClosure,
): Level | undefined {
  if (template === undefined) return undefined;
  const all = [...template.nodes, ...(template.failureNode === undefined ? [] : [template.failureNode])];
  for (const { target } of all) {
    const { ifElse } = target?.$case === "branchNode" ? target.value : {};
    const { case: first, other = [], default: last } = ifElse ?? {};
    const arms = [first?.thenNode, ...other.map(({ thenNode }) => thenNode)];
    if (last?.$case === "elseNode") arms.push(last.value);
    for (const arm of arms) if (arm !== undefined) all.push(arm);
  }
  return { nodes: new Map(all.map((node) => [node.id, node])), closure };
}

function idIn(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf(">")) + 1);
}

/** The name of the entity that a node runs: of a map, that of its task. Undefined for conditionals and gates. */
export function entityOf(node: idl.Node | undefined): string | undefined {
  switch (node?.target?.$case) {
    case "taskNode":
      return node.target.value.reference?.value.name;
    case "workflowNode":
      return node.target.value.reference?.value.name;
    case "arrayNode":
      return node.target.value.node?.target?.$case === "taskNode"
        ? entityOf(node.target.value.node)
        : undefined;
    default:
      return undefined;
  }
}
