import type { CompiledWorkflowClosure, Node, WorkflowTemplate } from "@flytekit-ts/models/core";
import { typeName } from "../../entities/type-name.js";
import { namedType } from "../../inputs/kinds/named-type.js";

/** A node that waits for somebody's answer. */
export type WrittenGate =
  | { readonly for: "approval"; readonly signal: string }
  | {
      readonly for: "input";
      readonly signal: string;
      /** The type of the value in words. */
      readonly type: string;
    };

/** What the author wrote of a node. */
export interface WrittenNode {
  /** Its display name. */
  readonly name: string;
  /** The name of its entity. */
  readonly entity: string;
  /** The signal that it waits for, if it is a gate, and what kind of answer that is. */
  readonly gate?: WrittenGate | undefined;
}

/** A node of a compiled workflow, by the ids of the nodes around it and its own. */
export function nodeIn(
  { primary, subWorkflows }: CompiledWorkflowClosure,
  steps: readonly string[],
): WrittenNode | undefined {
  let graph: WorkflowTemplate | undefined = primary?.template;
  let found: Node | undefined;
  for (const id of steps) {
    found = nodesOf(graph).find((each) => each.id === id);
    if (found === undefined) return undefined;
    graph = inside(found, subWorkflows) ?? graph;
  }
  return found && written(found);
}

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
  parts: CompiledWorkflowClosure["subWorkflows"],
): WorkflowTemplate | undefined {
  const reference = target?.$case === "workflowNode" ? target.value.reference : undefined;
  if (reference?.$case !== "subWorkflowRef") return undefined;
  const { name, version } = reference.value;
  return parts.find(({ template }) => template?.id?.name === name && template.id.version === version)
    ?.template;
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
  if (condition?.$case !== "signal") return undefined;
  const { signalId: signal, type } = condition.value;
  return { for: "input", signal, type: typeName(namedType(type)) };
}
