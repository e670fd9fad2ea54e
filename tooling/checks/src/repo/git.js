import { execFileSync } from "node:child_process";

/**
 * Run git in `root` and return what it prints.
 *
 * Nothing here writes, so it may also read a checkout that another user owns, as containers mount them.
 *
 * @param {string} root
 * @param {readonly string[]} args
 * @returns {string}
 */
export function git(root, args) {
  return execFileSync("git", ["-c", "safe.directory=*", ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/**
 * As `git`, but `undefined` when git refuses: an unknown ref, a shallow history, no repository.
 *
 * @param {string} root
 * @param {readonly string[]} args
 * @returns {string | undefined}
 */
export function tryGit(root, args) {
  try {
    return git(root, args);
  } catch {
    return undefined;
  }
}
