import type { Node, WorkflowTemplate } from "@flytekit-ts/models/core";
import { armsOf } from "../../graph/read/arms-of.js";

/** The nodes of a compiled workflow without those of arms, which Flyte's compiler may list beside their conditional, too. */
export function topNodes({ nodes }: WorkflowTemplate): readonly Node[] {
  const arms = new Set(nodes.flatMap(nodesOfArms).map(({ id }) => id));
  return nodes.filter(({ id }) => !arms.has(id));
}

/** The nodes of the arms of a conditional, at any depth. */
export function nodesOfArms(node: Node): readonly Node[] {
  return armsOf(node).flatMap(({ node: arm }) => (arm === undefined ? [] : [arm, ...nodesOfArms(arm)]));
}
