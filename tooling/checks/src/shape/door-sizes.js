/** The doors of core that those who extend it come through. */
const sizedDoors = ["./types", "./tasks", "./errors"];

/** Beyond this nobody knows by heart what core offers besides what authors use. */
const maxValues = 60;

/**
 * Check that core keeps its doors for extenders small: what they offer at run time, counted together.
 *
 * A value offered by two doors counts twice.
 *
 * @param {readonly import("../api/entry-sizes.js").EntrySize[]} sizes Of the entries of core.
 * @returns {string[]} One line per problem.
 */
export function checkDoorSizes(sizes) {
  const doors = sizes.filter(({ entry }) => sizedDoors.includes(entry));
  const missing = sizedDoors.filter((door) => !doors.some(({ entry }) => entry === door));
  const values = doors.reduce((sum, each) => sum + each.values, 0);
  return [
    ...missing.map((door) => `packages/core has no entry ${door}.`),
    ...(values > maxValues
      ? [`packages/core offers ${values} values by ${sizedDoors.join(", ")}; ${maxValues} are the limit.`]
      : []),
  ];
}
