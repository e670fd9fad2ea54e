import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { git } from "./git.js";

/**
 * Every file that is committed or would be, relative to `root`.
 *
 * Files not yet added count, so that a rule speaks before the commit and not after it.
 *
 * @param {string} root
 * @returns {string[]}
 */
export function listFiles(root) {
  const listed = git(root, ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
  const files = [...new Set(listed.split("\0"))].filter((file) => file !== "");
  return files.filter((file) => existsSync(join(root, file))).toSorted();
}

/**
 * @param {string} root
 * @param {string} file
 * @returns {string}
 */
export function readText(root, file) {
  return readFileSync(join(root, file), "utf8");
}
