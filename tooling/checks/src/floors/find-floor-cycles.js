import { findCycles } from "../structure/find-cycles.js";
import { folderRoomOf, roomEdges, roomGraph, topRoomOf } from "./rooms.js";

/**
 * One step of a way round: what the files of a room take from the next one.
 *
 * @typedef {{ from: string, to: string, takings: readonly import("./read-package-sources.js").Taking[] }} Step
 */

/**
 * Find the ways round between the rooms of a package, at both levels: top-level folders with all below them, and
 * each directory by its own files. A way round that both levels show is given once.
 *
 * @param {import("./read-package-sources.js").PackageSources} sources
 * @returns {Step[][]}
 */
export function findFloorCycles(sources) {
  const found = [topRoomOf, folderRoomOf].flatMap((roomOf) => {
    const graph = roomGraph(sources, roomOf);
    return findCycles(roomEdges(graph)).map((cycle) => stepsOf(cycle, graph));
  });
  return [...new Map(found.map((steps) => [wayOf(steps), steps])).values()];
}

/**
 * A way round in words, with what rides on each step.
 *
 * @param {readonly Step[]} steps
 * @param {number} [most] How many takings of a step are told.
 * @returns {string}
 */
export function describeCycle(steps, most = Infinity) {
  const rides = steps.flatMap(({ from, to, takings }) => {
    const told = takings.slice(0, most).map(describeTaking);
    const rest = takings.length - told.length;
    return rest === 0 ? told : [...told, `and ${rest} more from ${from} to ${to}`];
  });
  return `${wayOf(steps)} (${rides.join("; ")})`;
}

/**
 * @param {import("./read-package-sources.js").Taking} taking
 * @returns {string}
 */
function describeTaking({ file, from, names }) {
  if (names.length === 0) return `${file} runs ${from}`;
  return `${file} takes ${names.map((name) => (name === "*" ? "all" : name)).join(", ")} from ${from}`;
}

/**
 * @param {readonly Step[]} steps
 * @returns {string}
 */
function wayOf(steps) {
  return [...steps.slice(0, 1).map((step) => step.from), ...steps.map((step) => step.to)].join(" -> ");
}

/**
 * @param {readonly string[]} cycle
 * @param {import("./rooms.js").RoomGraph} graph
 * @returns {Step[]}
 */
function stepsOf(cycle, graph) {
  return cycle.slice(1).map((to, i) => {
    const from = cycle[i] ?? to;
    return { from, to, takings: graph.get(from)?.get(to) ?? [] };
  });
}
