import { tryGit } from "../repo/git.js";

/**
 * The commit that a branch started from, or `undefined` when there is no branch to speak of.
 *
 * `named` is for checkouts that have neither `origin/main` nor `main`. On the main branch itself, and in a
 * clone that knows no main branch, nothing is compared.
 *
 * @param {string} root
 * @param {string} [named]
 * @returns {string | undefined}
 */
export function findBase(root, named) {
  if (named !== undefined && named !== "") return mergeBase(root, named) ?? fail(named);
  const head = tryGit(root, ["rev-parse", "HEAD"])?.trim();
  const [base] = ["origin/main", "main"].flatMap((ref) => mergeBase(root, ref) ?? []);
  return base === head ? undefined : base;
}

/**
 * @param {string} root
 * @param {string} ref
 * @returns {string | undefined}
 */
function mergeBase(root, ref) {
  return tryGit(root, ["merge-base", "HEAD", ref])?.trim();
}

/**
 * @param {string} named
 * @returns {never}
 */
function fail(named) {
  throw new Error(`CHANGESET_BASE is ${named}, which is no ancestor here; fetch it first.`);
}
