/** The only file that may use `any`: it infers types from what authors write. */
const anyFile = "packages/core/src/types/infer.ts";

/** Beyond this a file holds more than one idea. */
const maxLines = 300;

/**
 * Check the hard limits of hand-written source.
 *
 * @param {import("./measure-package.js").PackageMeasure} measure
 * @returns {string[]} One line per problem.
 */
export function checkLimits({ files, cycles }) {
  return [
    ...files.flatMap(checkFile),
    ...cycles.map((cycle) => `${cycle.join(" -> ")} is a cycle of imports.`),
  ];
}

/**
 * @param {import("./measure-package.js").FileMeasure} measure
 * @returns {string[]}
 */
function checkFile({ file, lines, escapes }) {
  const problems = [];
  if (lines > maxLines) problems.push(`${file} has ${lines} lines; split it.`);
  if (file !== anyFile) problems.push(...escapes.anys.map((line) => `${file}:${line} uses any.`));
  for (const { line, text, reasoned } of escapes.silencers) {
    if (!reasoned) problems.push(`${file}:${line} silences a rule without saying why: ${text}`);
  }
  return problems;
}
