import { type BindingData, isStart, type Node, type PromiseTarget } from "@flytekit-ts/core/graph";
import { armNodesOf, isBranch } from "../conditional/branch-entity.js";
import { targetsIn } from "../conditional/targets-in.js";
import type { Trace } from "../trace/workflow-entity.js";

/** The given inputs of a workflow that no call, condition, output or failure handler uses. */
export function unusedInputs(
  inputs: Iterable<string>,
  { nodes, outputs, failureNode }: Pick<Trace, "nodes" | "outputs" | "failureNode">,
): readonly string[] {
  const left = new Set(inputs);
  const use = ({ node, var: name }: PromiseTarget): void => {
    if (isStart(node)) left.delete(name);
  };
  const visit = (data: BindingData): void => {
    if (data.kind === "promise") use(data.target);
    else if (data.kind === "list") for (const item of data.items) visit(item);
    else if (data.kind === "map") for (const item of data.entries.values()) visit(item);
  };
  const visitNode = ({ bindings, entity }: Node): void => {
    for (const { binding } of bindings) visit(binding);
    if (!isBranch(entity)) return;
    for (const { condition } of entity.arms) for (const target of targetsIn(condition)) use(target);
    for (const arm of armNodesOf(entity)) visitNode(arm);
  };
  for (const { binding } of outputs) visit(binding);
  // Most workflows use each input early on, so the rest of a large one is not looked at.
  for (const node of nodes) {
    if (left.size === 0) return [];
    visitNode(node);
  }
  if (failureNode !== undefined) visitNode(failureNode.node);
  return [...left];
}
