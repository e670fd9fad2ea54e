/** The headings of a page in docs/errors, in this order. */
export const headings = Object.freeze(["## What happened", "## What to do", "## In flytekit and Flyte"]);

/**
 * Check codes against their pages: each code once, well formed, with a page; each page with a code and its parts.
 *
 * @param {readonly import("./find-codes.js").DeclaredCode[]} codes
 * @param {ReadonlyMap<string, string>} pages Text by code.
 * @returns {string[]} One line per problem.
 */
export function checkCatalogue(codes, pages) {
  const known = new Set(codes.map((each) => each.code));
  const stray = [...pages.keys()].filter((code) => !known.has(code));
  return [
    ...codes.flatMap(checkName),
    ...findTwice(codes),
    ...codes.filter(({ code }) => !pages.has(code)).map(({ code, place }) => `${place} ${code} has no page.`),
    ...stray.map((code) => `docs/errors/${code}.md describes a code that no package declares.`),
    ...[...pages].flatMap(([code, text]) => checkPage(code, text)),
  ];
}

/**
 * @param {import("./find-codes.js").DeclaredCode} declared
 * @returns {string[]}
 */
function checkName({ code, place }) {
  return /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(code) ? [] : [`${place} ${code} is not in SCREAMING_SNAKE.`];
}

/**
 * @param {readonly import("./find-codes.js").DeclaredCode[]} codes
 * @returns {string[]}
 */
function findTwice(codes) {
  return [...new Set(codes.map((each) => each.code))].flatMap((code) => {
    const places = codes.filter((each) => each.code === code).map((each) => each.place);
    return places.length > 1 ? [`${code} is declared more than once: ${places.join(", ")}.`] : [];
  });
}

/**
 * @param {string} code
 * @param {string} text
 * @returns {string[]}
 */
function checkPage(code, text) {
  const lines = text.split("\n");
  const found = lines.filter((line) => line.startsWith("## "));
  const problems = lines[0] === `# ${code}` ? [] : [`does not begin with # ${code}`];
  const missing = headings.filter((heading) => !found.includes(heading));
  problems.push(...missing.map((heading) => `has no part ${heading}`));
  const order = found.filter((heading) => headings.includes(heading)).join();
  if (missing.length === 0 && order !== headings.join()) problems.push("has its parts in another order");
  const empty = headings.filter((heading) => found.includes(heading) && partOf(lines, heading) === "");
  problems.push(...empty.map((heading) => `says nothing under ${heading}`));
  return problems.map((problem) => `docs/errors/${code}.md ${problem}.`);
}

/**
 * @param {readonly string[]} lines
 * @param {string} heading
 * @returns {string}
 */
function partOf(lines, heading) {
  const rest = lines.slice(lines.indexOf(heading) + 1);
  const end = rest.findIndex((line) => line.startsWith("## "));
  return (end === -1 ? rest : rest.slice(0, end)).join("\n").trim();
}
