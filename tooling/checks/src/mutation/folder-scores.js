import { dirname } from "node:path";

/**
 * The part of a mutation report that is counted.
 *
 * @typedef {object} MutationReport
 * @property {Record<string, { mutants: readonly { status: string }[] }>} files By path.
 */

/**
 * How many mutants of a folder's own files there are, and how many of them the tests found.
 *
 * @typedef {{ folder: string, mutants: number, found: number }} FolderScore
 */

const FOUND = new Set(["Killed", "Timeout"]);
const MISSED = new Set(["Survived", "NoCoverage"]);

/**
 * Count by folder what the tests found. What could not run at all does not count.
 *
 * @param {MutationReport} report
 * @returns {FolderScore[]}
 */
export function folderScores({ files }) {
  /** @type {Map<string, FolderScore>} */
  const scores = new Map();
  for (const [file, { mutants }] of Object.entries(files)) {
    const folder = dirname(file);
    const score = scores.get(folder) ?? { folder, mutants: 0, found: 0 };
    const found = mutants.filter(({ status }) => FOUND.has(status)).length;
    const missed = mutants.filter(({ status }) => MISSED.has(status)).length;
    scores.set(folder, {
      folder,
      mutants: score.mutants + found + missed,
      found: score.found + found,
    });
  }
  return [...scores.values()].toSorted((a, b) => a.folder.localeCompare(b.folder));
}

/**
 * The folders in which the tests find too little; a folder without mutants proves nothing and is one of them.
 *
 * @param {readonly FolderScore[]} scores
 * @param {number} least In percent.
 * @returns {string[]} One line per problem.
 */
export function lowScores(scores, least) {
  if (scores.length === 0) return ["The report has no folder."];
  return scores
    .filter((score) => !(percentOf(score) >= least))
    .map(
      (score) =>
        `${score.folder}: ${percentOf(score).toFixed(1)} % of the mutants are found, not ${least} %.`,
    );
}

/**
 * One line a folder.
 *
 * @param {readonly FolderScore[]} scores
 * @returns {string}
 */
export function describeScores(scores) {
  const width = Math.max(0, ...scores.map(({ folder }) => folder.length));
  return scores
    .map((score) => {
      const { folder, mutants, found } = score;
      return `${folder.padEnd(width)}  ${percentOf(score).toFixed(1).padStart(5)} %  ${found} of ${mutants}`;
    })
    .join("\n");
}

/**
 * @param {FolderScore} score
 * @returns {number} Not a number where there is nothing to find.
 */
function percentOf({ mutants, found }) {
  return (100 * found) / mutants;
}
