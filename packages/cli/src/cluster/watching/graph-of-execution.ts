import type { Signal } from "@flytekit-ts/core/storage";
import type { CompiledWorkflowClosure, Node, WorkflowTemplate } from "@flytekit-ts/models/core";
import type { ExecutedEntity, Remote } from "@flytekit-ts/remote";

/** What the author wrote of a node. */
export interface WrittenNode {
  /** Its display name. */
  readonly name: string;
  /** The name of its entity. */
  readonly entity: string;
  /** The signal that it waits for, if it is a gate, and what kind of answer that is. */
  readonly gate?: { readonly for: "approval" | "input"; readonly signal: string } | undefined;
}

/** The nodes of an execution as its author wrote them, by their paths. Nodes that a dynamic made are not among them. */
export type ExecutionGraph = (path: string) => WrittenNode | undefined;

const NOTHING: ExecutionGraph = () => undefined;

/** The graph of the workflow that an execution is of. A task has none. */
export async function graphOfExecution(
  remote: Remote,
  entity: ExecutedEntity | undefined,
  signal: Signal,
): Promise<ExecutionGraph> {
  if (entity === undefined || entity.kind === "task") return NOTHING;
  const { kind: _kind, ...plan } = entity;
  const { spec } = await remote.launchPlan(plan, { signal });
  if (spec.workflowId === undefined) return NOTHING;
  const { compiled } = await remote.workflow(spec.workflowId, { signal });
  return compiled === undefined ? NOTHING : graphOf(compiled);
}

function graphOf({ primary, subWorkflows }: CompiledWorkflowClosure): ExecutionGraph {
  const parts = new Map(
    subWorkflows.flatMap(({ template }) =>
      template?.id === undefined ? [] : [[keyOf(template.id), template] as const],
    ),
  );
  const whole = primary?.template;
  if (whole === undefined) return NOTHING;
  return (path) => {
    // An execution that a launch plan started has another graph.
    if (path.includes(">")) return undefined;
    let graph: WorkflowTemplate | undefined = whole;
    let found: Node | undefined;
    for (const step of path.split("/")) {
      const [id = ""] = step.split("@");
      found = nodesOf(graph).find((each) => each.id === id);
      if (found === undefined) return undefined;
      graph = inside(found, parts) ?? graph;
    }
    return found && written(found);
  };
}

interface Id {
  readonly name: string;
  readonly version: string;
}

const keyOf = ({ name, version }: Id): string => `${name}\n${version}`;

// The nodes of a graph, with the arms of its branches, which have ids of their own in it.
function nodesOf(graph: WorkflowTemplate | undefined): readonly Node[] {
  if (graph === undefined) return [];
  const all = graph.failureNode === undefined ? graph.nodes : [...graph.nodes, graph.failureNode];
  return all.flatMap((node) => [node, ...armsOf(node)]);
}

function armsOf({ target }: Node): readonly Node[] {
  const ifElse = target?.$case === "branchNode" ? target.value.ifElse : undefined;
  if (ifElse === undefined) return [];
  const nodes = [ifElse.case?.thenNode, ...ifElse.other.map(({ thenNode }) => thenNode)];
  const last = ifElse.default?.$case === "elseNode" ? [ifElse.default.value] : [];
  return [...nodes, ...last].flatMap((node) => (node === undefined ? [] : [node, ...armsOf(node)]));
}

function inside(
  { target }: Node,
  parts: ReadonlyMap<string, WorkflowTemplate>,
): WorkflowTemplate | undefined {
  const reference = target?.$case === "workflowNode" ? target.value.reference : undefined;
  return reference?.$case === "subWorkflowRef" ? parts.get(keyOf(reference.value)) : undefined;
}

function written({ id, metadata, target }: Node): WrittenNode {
  const entity = entityOf(target) ?? id;
  return { name: metadata?.name || entity, entity, gate: gateOf(target) };
}

function entityOf(target: Node["target"]): string | undefined {
  switch (target?.$case) {
    case "taskNode":
      return target.value.reference?.value.name;
    case "workflowNode":
      return target.value.reference?.value.name;
    case "arrayNode":
      return entityOf(target.value.node?.target);
    default:
      return undefined;
  }
}

function gateOf(target: Node["target"]): WrittenNode["gate"] {
  const condition = target?.$case === "gateNode" ? target.value.condition : undefined;
  if (condition?.$case === "approve") return { for: "approval", signal: condition.value.signalId };
  if (condition?.$case === "signal") return { for: "input", signal: condition.value.signalId };
  return undefined;
}
