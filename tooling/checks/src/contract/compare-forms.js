/**
 * @typedef {ReadonlyMap<string, string>} Forms Declarations by name.
 */

/**
 * What a reader of the old forms, or a reader of the new ones, would stumble over: everything but a property more
 * that may be absent.
 *
 * @param {Forms} before
 * @param {Forms} after
 * @returns {string[]} One line per difference: `- ` for what is gone, `+ ` for what is new.
 */
export function findBreaks(before, after) {
  return [...before].flatMap(([name, text]) => {
    const old = text.split("\n");
    const now = after.get(name)?.split("\n") ?? [];
    return [
      ...old.filter((line) => !now.includes(line)).map((line) => `${name}: - ${line.trim()}`),
      ...now
        .filter((line) => !old.includes(line) && !isOptional(line))
        .map((line) => `${name}: + ${line.trim()}`),
    ];
  });
}

/**
 * @param {string} line
 * @returns {boolean}
 */
function isOptional(line) {
  return /^ {4}(?:readonly )?["\w~]+\?(?:: .*|\(.*\): .*)[;{]$/.test(line);
}
