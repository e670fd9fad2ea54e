import { posix } from "node:path";

import { describeCycle, findFloorCycles } from "./find-floor-cycles.js";
import { folderSizes } from "./folder-sizes.js";

/** Beyond this nobody can say what a folder is about. */
const maxFiles = 20;

/**
 * Check that the folders of a package are floors: each takes only from those below it, and none is crowded.
 *
 * @param {import("./read-package-sources.js").PackageSources} sources
 * @returns {string[]} One line per problem.
 */
export function checkFloors(sources) {
  const crowded = [...folderSizes(sources)].filter(([, size]) => size > maxFiles);
  return [
    ...findFloorCycles(sources).map((steps) => `${sources.dir}: ${describeCycle(steps)}.`),
    ...crowded.map(([folder, size]) => {
      const place = posix.join(sources.dir, "src", folder);
      return `${place} has ${size} source files of its own; more than ${maxFiles} are no single idea.`;
    }),
  ];
}
