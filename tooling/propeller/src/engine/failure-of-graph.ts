import type { Failure } from "../values/failure.js";
import type { GraphState } from "./graph-state.js";
import type { Outcome } from "./outcome.js";
import { upstreamOf } from "./upstream-of.js";

/**
 * The failure of a graph, of those of its nodes.
 *
 * Where the first failure ends the graph, it is that one. Else the engine, which walks from the start along the edges again
 * and again, keeps the last one of its last walk.
 */
export async function failureOfGraph({
  nodes,
  outcomes,
  failures,
  abort,
}: GraphState): Promise<Failure | undefined> {
  if (failures.length < 2 || abort.signal.aborted) return failures[0];
  const ended = new Map<string, Outcome | undefined>();
  for (const [id, outcome] of outcomes) ended.set(id, await outcome);
  const behind = new Map<string, string[]>();
  for (const node of nodes.values()) {
    const before = upstreamOf(node).filter((id) => nodes.has(id));
    for (const id of before.length === 0 ? [""] : before)
      behind.set(id, [...(behind.get(id) ?? []), node.id]);
  }
  let last: Failure | undefined;
  const walked = new Set<string>();
  const walk = (from: string): void => {
    for (const id of (behind.get(from) ?? []).toSorted()) {
      const outcome = ended.get(id);
      if (outcome?.phase === "FAILED") last = outcome.failure;
      if (outcome?.phase !== "SUCCEEDED" || walked.has(id)) continue;
      walked.add(id);
      walk(id);
    }
  };
  walk("");
  return last;
}
