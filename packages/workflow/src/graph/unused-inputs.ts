import { isStart, type PromiseTarget } from "@flytekit-ts/core/graph";
import type { Trace } from "../trace/workflow-entity.js";
import { visitTargets, visitTargetsOf } from "./visit-targets.js";

/** The given inputs of a workflow that no call, condition, output or failure handler uses. */
export function unusedInputs(
  inputs: Iterable<string>,
  { nodes, outputs, failureNode }: Pick<Trace, "nodes" | "outputs" | "failureNode">,
): readonly string[] {
  const left = new Set(inputs);
  const use = ({ node, var: name }: PromiseTarget): void => {
    if (isStart(node)) left.delete(name);
  };
  for (const { binding } of outputs) visitTargets(binding, use);
  // Most workflows use each input early on, so the rest of a large one is not looked at.
  for (const node of nodes) {
    if (left.size === 0) return [];
    visitTargetsOf(node, use);
  }
  if (failureNode !== undefined) visitTargetsOf(failureNode.node, use);
  return [...left];
}
