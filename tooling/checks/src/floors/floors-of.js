import { roomEdges, roomGraph, topRoomOf } from "./rooms.js";

/**
 * A top-level room of a package, and how high it stands.
 *
 * @typedef {object} Floor
 * @property {string} room A folder, or a loose file.
 * @property {number} height The longest way down to a room that takes nothing from others: 0 is the ground.
 * @property {readonly string[]} takesFrom Other rooms.
 */

/**
 * The floors of a package from the ground up, those of one height by name.
 *
 * @param {import("./read-package-sources.js").PackageSources} sources
 * @returns {Floor[]} Rooms on or above a way round have no height; they stand together above all others.
 */
export function floorsOf(sources) {
  let waiting = [...roomEdges(roomGraph(sources, topRoomOf))].toSorted(([a], [b]) => (a < b ? -1 : 1));
  /** @type {Floor[]} */
  const floors = [];
  for (let height = 0; waiting.length > 0; height += 1) {
    const placed = new Set(floors.map((each) => each.room));
    const next = waiting.filter(([, takesFrom]) => takesFrom.every((room) => placed.has(room)));
    const here = next.length === 0 ? waiting : next;
    floors.push(...here.map(([room, takesFrom]) => ({ room, height, takesFrom })));
    waiting = waiting.filter((each) => !here.includes(each));
  }
  return floors;
}
