import type { Entity, Expression, Node, Place } from "@flytekit-ts/core/graph";

/** An arm of a branch: its condition, and the one node that runs if the arm is taken. */
export interface BranchArm {
  readonly condition: Expression;
  readonly node: Node;
  /** Where the arm was added. */
  readonly place: Place;
}

/** The entity of a finished conditional. It is made for one node and never registered. */
export interface BranchEntity extends Entity {
  readonly kind: "branch";
  /** At least one, in the order in which their conditions are evaluated. */
  readonly arms: readonly BranchArm[];
  readonly last:
    | { readonly kind: "node"; readonly node: Node }
    | { readonly kind: "fail"; readonly message: string };
}

/** Whether an entity is a branch, of this copy of the package or another. */
export function isBranch(entity: Entity): entity is BranchEntity {
  return entity.kind === "branch";
}

/** The nodes of a branch's arms, in the order in which they were written. */
export function armNodesOf({ arms, last }: BranchEntity): readonly Node[] {
  const nodes = arms.map(({ node }) => node);
  return last.kind === "node" ? [...nodes, last.node] : nodes;
}
