import type { Problem } from "./problem.js";

/**
 * Problems without those that say again what another said.
 *
 * The graph and the message that is made of it are both checked, and some faults show in both. What the graph
 * shows comes first, for it is told in the words of its author.
 */
export function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const told = new Set<string>();
  return problems.filter(({ code, nodeId, input, location }) => {
    const place = location === undefined ? "" : `${location.file}:${location.line}:${location.column}`;
    const key = JSON.stringify([code, nodeId, input, place]);
    return !told.has(key) && told.add(key);
  });
}
