import type { Node, WorkflowTemplate } from "@flytekit-ts/models/core";

/** All nodes of a workflow: those in arms and in array nodes, and the failure node, too. */
export function* nodesOf({ nodes, failureNode }: WorkflowTemplate): Generator<Node, undefined> {
  const open = failureNode === undefined ? nodes.toReversed() : [failureNode, ...nodes.toReversed()];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    open.push(...innerNodes(node).toReversed());
  }
  return undefined;
}

/** The nodes directly inside a node. */
export function innerNodes({ target }: Node): readonly Node[] {
  if (target?.$case === "branchNode") return armsOf(target.value.ifElse);
  const inner = target?.$case === "arrayNode" ? target.value.node : undefined;
  return inner === undefined ? [] : [inner];
}

function armsOf(ifElse: BranchTarget["ifElse"]): readonly Node[] {
  if (ifElse === undefined) return [];
  const blocks = ifElse.case === undefined ? ifElse.other : [ifElse.case, ...ifElse.other];
  const arms = blocks.flatMap(({ thenNode }) => thenNode ?? []);
  return ifElse.default?.$case === "elseNode" ? [...arms, ifElse.default.value] : arms;
}

type BranchTarget = Extract<NonNullable<Node["target"]>, { readonly $case: "branchNode" }>["value"];
