import { spawnSync } from "node:child_process";

import { readText } from "../repo/list-files.js";
import { publishedPackages, readWorkspace } from "../repo/workspace.js";
import { committedReports, packageReports } from "./package-reports.js";

/** How much of a difference is shown: enough to see what it is about. */
const shownLines = 12;

/**
 * Compare the committed reports of what packages offer with what they offer now.
 *
 * @param {string} root
 * @returns {string[]} Problems, each with the first lines that differ.
 */
export function checkReports(root) {
  return publishedPackages(readWorkspace(root)).flatMap((pkg) => {
    const reports = packageReports(root, pkg);
    const committed = committedReports(pkg);
    return [
      ...[...reports].flatMap(([file, text]) => {
        if (!committed.includes(file)) return [`${file} is missing.`];
        if (readText(root, file) === text) return [];
        return [[`${file} says otherwise:`, ...differentLines(root, file, text)].join("\n")];
      }),
      ...committed.filter((file) => !reports.has(file)).map((file) => `${file} is about no entry.`),
    ];
  });
}

/**
 * @param {string} root
 * @param {string} file
 * @param {string} text What it should hold.
 * @returns {string[]} The first lines to take away and to add.
 */
function differentLines(root, file, text) {
  const args = ["diff", "--no-index", "--no-color", "--no-ext-diff", "--unified=0", "--", file, "-"];
  const { stdout } = spawnSync("git", args, { cwd: root, input: text, encoding: "utf8" });
  const lines = stdout.split("\n").filter((line) => /^[-+](?!--|\+\+)/.test(line));
  return lines.length > shownLines ? [...lines.slice(0, shownLines), "..."] : lines;
}
