/**
 * Check the drawing of a package's floors on a page: a fenced block that opens with `floors <package>` and has a
 * line for each floor, from the top down to the ground: its name, two spaces or more, what it holds.
 *
 * @param {string} text The page.
 * @param {string} name The package, without the scope.
 * @param {readonly import("./floors-of.js").Floor[]} floors
 * @returns {string[]} One line per problem.
 */
export function checkFloorPage(text, name, floors) {
  const [lines, ...more] = blocksOf(text, name);
  if (lines === undefined || more.length > 0)
    return [`${name} is drawn ${more.length === 0 ? "in no block" : "in several blocks"} "floors ${name}".`];
  const rooms = lines.map((line) => /^(\S+) {2,}\S/.exec(line)?.[1]);
  const unread = lines.filter((_, i) => rooms[i] === undefined);
  const drawn = rooms.filter((room) => room !== undefined);
  const wanted = floors.map((each) => each.room);
  return [
    ...unread.map((line) => `${name} has a line that is no floor with what it holds: ${line.trim()}`),
    ...drawn
      .filter((room, i) => drawn.indexOf(room) !== i)
      .map((room) => `${name} is drawn with two floors ${room}.`),
    ...drawn.filter((room) => !wanted.includes(room)).map((room) => `${name} has no floor ${room}.`),
    ...wanted
      .filter((room) => !drawn.includes(room))
      .map((room) => `${name} is drawn without the floor ${room}.`),
    ...floors.flatMap((floor) => findMisplaced(name, floor, drawn)),
  ];
}

/**
 * @param {string} text
 * @param {string} name
 * @returns {string[][]} The lines of each block that draws the package.
 */
function blocksOf(text, name) {
  const blocks = [...text.matchAll(/^```floors (\S+)[^\S\n]*\n([\s\S]*?)^```[^\S\n]*$/gm)];
  return blocks
    .filter((block) => block[1] === name)
    .map(([, , body = ""]) => body.split("\n").filter((line) => line.trim() !== ""));
}

/**
 * @param {string} name
 * @param {import("./floors-of.js").Floor} floor
 * @param {readonly string[]} drawn From the top down.
 * @returns {string[]}
 */
function findMisplaced(name, { room, takesFrom }, drawn) {
  const place = drawn.indexOf(room);
  const above = takesFrom.filter((other) => drawn.includes(other) && drawn.indexOf(other) < place);
  if (place === -1) return [];
  return above.map((other) => `${name} is drawn with ${room} below ${other}, from which it takes.`);
}
