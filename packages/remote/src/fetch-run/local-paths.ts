import type { NodeState } from "../watching/state/node-state.js";

/**
 * The nodes of an execution by the paths that they have in a local run: of a node that was tried again, what is inside is that of
 * its last attempt, and the one node of the execution of a single task is `n0`.
 */
export function localPaths(
  nodes: readonly NodeState[],
  isSingleTask: boolean,
): ReadonlyMap<string, NodeState> {
  const last = lastAttempts(nodes);
  const paths = new Map<string, NodeState>();
  for (const node of nodes) {
    if ([...attemptsIn(node.path)].some(({ path, attempt }) => attempt < (last.get(path) ?? 0))) continue;
    const path = node.path.replaceAll(/@\d+(?=\/)/g, "");
    paths.set(isSingleTask ? path.replace(/^[^/>]+/, "n0") : path, node);
  }
  return paths;
}

/** The paths of the nodes around one, the outermost first. */
export function pathsAround(path: string): readonly string[] {
  return [...path.matchAll(/[/>]/g)].map(({ index }) => path.slice(0, index));
}

interface Attempt {
  readonly path: string;
  readonly attempt: number;
}

function* attemptsIn(path: string): Generator<Attempt> {
  for (const around of pathsAround(path)) {
    const [, outer = around, attempt = "0"] = /^(.*)@(\d+)$/.exec(around) ?? [];
    yield { path: outer, attempt: Number(attempt) };
  }
}

function lastAttempts(nodes: readonly NodeState[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const node of nodes)
    for (const { path, attempt } of attemptsIn(node.path))
      last.set(path, Math.max(last.get(path) ?? 0, attempt));
  return last;
}
