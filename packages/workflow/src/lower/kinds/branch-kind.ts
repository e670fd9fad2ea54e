import type * as idl from "@flytekit-ts/models/core";
import type { Node } from "@flytekit-ts/core/graph";
import { armNodesOf, type BranchEntity } from "../../conditional/branch-entity.js";
import { nodeIdOf } from "../../messages/assign-node-ids.js";
import { lowerExpression, operandBindings } from "../parts/lower-expression.js";
import type { Lowering, NodeKind } from "./node-kind.js";

/** How nodes of conditionals are lowered. */
export const branchKind: NodeKind<BranchEntity> = {
  defaults: ({ name }) => ({ name }),
  target: (_node, entity, lowering) => ({
    $case: "branchNode",
    value: { ifElse: lowerBranch(entity, lowering) },
  }),
  uses: (entity) => armNodesOf(entity).map((node) => node.entity),
  bindings: ({ arms }, graph) =>
    operandBindings(
      arms.map(({ condition }) => condition),
      graph,
    ),
};

function lowerBranch(entity: BranchEntity, lowering: Lowering): idl.IfElseBlock {
  const { graph } = lowering;
  // The ids of arms start at n0 in each conditional, whatever ids the nodes around it have.
  const lowerArm = (node: Node, index: number): idl.Node =>
    lowering.lowerNode(node, nodeIdOf(node, index, graph.idPrefix));
  const [first, ...other] = entity.arms.map(({ condition, node }, index) => {
    return { condition: lowerExpression(condition, graph), thenNode: lowerArm(node, index) };
  });
  const { last } = entity;
  return {
    case: first,
    other,
    default:
      last.kind === "node"
        ? { $case: "elseNode", value: lowerArm(last.node, entity.arms.length) }
        : { $case: "error", value: { failedNodeId: entity.name, message: last.message } },
  };
}
