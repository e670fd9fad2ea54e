import type { BindingData, Node, PromiseTarget } from "@flytekit-ts/core/graph";
import { armNodesOf, isBranch } from "../conditional/branch-entity.js";
import { targetsIn } from "../conditional/targets-in.js";

/** Goes over the promises in binding data. */
export function visitTargets(data: BindingData, use: (target: PromiseTarget) => void): void {
  if (data.kind === "promise") use(data.target);
  else if (data.kind === "list") for (const item of data.items) visitTargets(item, use);
  else if (data.kind === "map") for (const item of data.entries.values()) visitTargets(item, use);
}

/** Goes over the promises that a node takes, or its conditions and arms if it is a branch. */
export function visitTargetsOf({ bindings, entity }: Node, use: (target: PromiseTarget) => void): void {
  for (const { binding } of bindings) visitTargets(binding, use);
  if (!isBranch(entity)) return;
  for (const { condition } of entity.arms) for (const target of targetsIn(condition)) use(target);
  for (const arm of armNodesOf(entity)) visitTargetsOf(arm, use);
}
