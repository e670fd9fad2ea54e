/**
 * Find cycles in a graph: for each group of mutually reachable nodes, one shortest way round.
 *
 * Edges to names that are not nodes are ignored. Each cycle starts and ends with its smallest name.
 *
 * @param {ReadonlyMap<string, readonly string[]>} edges
 * @returns {string[][]}
 */
export function findCycles(edges) {
  const seen = new Set();
  return [...edges.keys()].toSorted().flatMap((start) => {
    const cycle = shortestWayBack(edges, start);
    if (cycle === undefined || cycle.some((name) => seen.has(name))) return [];
    for (const name of cycle) seen.add(name);
    return [cycle];
  });
}

/**
 * @param {ReadonlyMap<string, readonly string[]>} edges
 * @param {string} start
 * @returns {string[] | undefined} `undefined` when nothing leads back.
 */
function shortestWayBack(edges, start) {
  /** @type {Map<string, string>} */
  const cameFrom = new Map();
  const queue = [start];
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    for (const next of edges.get(name) ?? []) {
      if (next === start) return [start, ...wayTo(cameFrom, name, start), start];
      if (!edges.has(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, name);
      queue.push(next);
    }
  }
  return undefined;
}

/**
 * @param {ReadonlyMap<string, string>} cameFrom
 * @param {string} end
 * @param {string} start
 * @returns {string[]} The names after `start`, up to and with `end`.
 */
function wayTo(cameFrom, end, start) {
  const way = [];
  for (let name = end; name !== start; name = cameFrom.get(name) ?? start) way.unshift(name);
  return way;
}
