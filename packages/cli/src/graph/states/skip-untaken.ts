import type { GraphModel } from "../model/graph-model.js";
import type { NodeState } from "../model/node-state.js";
import { nodeAt } from "./node-at.js";

/** Mark the arms that conditionals have not taken: one that has ended will take no other. */
export function skipUntaken(model: GraphModel, states: Record<string, NodeState>): void {
  for (const [path, { state }] of Object.entries(states)) {
    if (state !== "succeeded" && state !== "failed") continue;
    for (const { node } of nodeAt(model, path)?.arms ?? [])
      if (node !== undefined) states[`${path}/${node.id}`] ??= { state: "skipped", attempts: 0 };
  }
}
