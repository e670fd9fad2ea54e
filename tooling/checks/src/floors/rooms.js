/**
 * The room of a file, with all that lies below a top-level folder in one room: `check/rules/a.ts` is in `check`.
 *
 * A loose file at the top of `src` is a room of its own, at both levels: otherwise what an entry imports and
 * what imports the errors of a package would meet in one room.
 *
 * @param {string} file Relative to `src`.
 * @returns {string}
 */
export function topRoomOf(file) {
  const [top = file] = file.split("/");
  return top;
}

/**
 * The room of a file, with each directory a room: `check/rules/a.ts` is in `check/rules`.
 *
 * @param {string} file Relative to `src`.
 * @returns {string}
 */
export function folderRoomOf(file) {
  const end = file.lastIndexOf("/");
  return end === -1 ? file : file.slice(0, end);
}

/**
 * What rooms take from each other: room to room to what its files take there. Every room is a key.
 *
 * @typedef {ReadonlyMap<string, ReadonlyMap<string, readonly import("./read-package-sources.js").Taking[]>>} RoomGraph
 */

/**
 * @param {import("./read-package-sources.js").PackageSources} sources
 * @param {(file: string) => string} roomOf
 * @returns {RoomGraph}
 */
export function roomGraph({ files, takings }, roomOf) {
  /** @type {Map<string, Map<string, import("./read-package-sources.js").Taking[]>>} */
  const graph = new Map(files.map((file) => [roomOf(file), new Map()]));
  for (const taking of takings) {
    const target = roomOf(taking.from);
    const taken = graph.get(roomOf(taking.file));
    if (taken === undefined || target === roomOf(taking.file)) continue;
    taken.set(target, [...(taken.get(target) ?? []), taking]);
  }
  return graph;
}

/**
 * Which rooms each room takes something from.
 *
 * @param {RoomGraph} graph
 * @returns {Map<string, string[]>}
 */
export function roomEdges(graph) {
  return new Map([...graph].map(([room, taken]) => [room, [...taken.keys()]]));
}
