import type { Problem } from "./problem.js";

/**
 * Problems without those that say again what another said.
 *
 * The graph and the message that is made of it are both checked, and some faults show in both. What the graph
 * shows comes first, for it is told in the words of its author.
 */
export function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const told = new Set<string>();
  return problems.filter(({ code, nodeId, input, message, location }) => {
    const place = location === undefined ? "" : `${location.file}:${location.line}:${location.column}`;
    const keys: string[] = [];
    if (nodeId !== undefined || input !== undefined) keys.push(JSON.stringify([code, nodeId, input, place]));
    // Nodes of a loop stand in one place: what is wrong with each is one fault to its author.
    if (place !== "") keys.push(JSON.stringify([code, message, place]));
    const isTold = keys.some((key) => told.has(key));
    for (const key of keys) told.add(key);
    return !isTold;
  });
}
