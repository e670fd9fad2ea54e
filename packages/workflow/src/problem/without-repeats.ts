import type { Problem } from "./problem.js";

/**
 * Problems without repeats.
 *
 * The graph and the message made from it are both checked, and some faults show in both. The problems of the graph
 * come first and are kept, since they use the words of the author.
 */
export function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const told = new Set<string>();
  return problems.filter(({ code, nodeId, input, message, location }) => {
    const place = location === undefined ? "" : `${location.file}:${location.line}:${location.column}`;
    const keys: string[] = [];
    if (nodeId !== undefined || input !== undefined) keys.push(JSON.stringify([code, nodeId, input, place]));
    // A loop makes many nodes at one place: the same fault in each of them is one fault to the author.
    if (place !== "") keys.push(JSON.stringify([code, message, place]));
    const isTold = keys.some((key) => told.has(key));
    for (const key of keys) told.add(key);
    return !isTold;
  });
}
