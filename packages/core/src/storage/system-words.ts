import { textOf } from "../errors/text-of.js";
import { nodeFs, nodePath } from "./node-fs.js";

/** What was being done when the system refused: `listing` is for a folder with all that is in it. */
export type SystemAction = "reading" | "listing" | "writing" | "starting";

const DENIED = "permission is denied";

type Words = { readonly [code: string]: string };

const WORDS: Words = {
  EACCES: DENIED,
  EPERM: DENIED,
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file has reached the largest size that is allowed",
  EIO: "the disk failed",
  ENOTDIR: "a part of its path is a file",
  EEXIST: "there is a file in its place",
  EISDIR: "it is a folder",
  ENAMETOOLONG: "a name in the path is too long",
  ELOOP: "its symbolic links lead in a circle",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
};

const OF_ACTION: { readonly [action in SystemAction]: Words } = {
  reading: { ENOENT: "there is no such file" },
  listing: { ENOENT: "there is no such folder", EISDIR: "there is a folder in place of a file" },
  writing: { ENOENT: "its folder does not exist" },
  starting: { ENOENT: "there is no such program", EACCES: "it may not be run" },
};

/**
 * What the system refused, in words: a clause such as `the disk is full`. It names no path: the file that the system speaks of
 * may be one that nobody has asked for, such as a partial one.
 */
export function systemWords(error: unknown, action: SystemAction): string {
  const code = systemCode(error);
  // A program is looked for elsewhere.
  if (code === "ENOENT" && action !== "starting" && isOfLink(error))
    return "a symbolic link in its path leads nowhere";
  const known = wordsIn(OF_ACTION[action], code) ?? wordsIn(WORDS, code);
  if (known !== undefined) return known;
  const text = textOf(error);
  const [, ofText, what] = /^(E[A-Z\d]+): ([^,]+), \w+(?: '.*)?$/s.exec(text) ?? [];
  return ofText === code ? `${what} (${code})` : text.replace(/\.$/, "");
}

function isOfLink(error: unknown): boolean {
  try {
    const path: unknown = Reflect.get(Object(error), "path");
    return typeof path === "string" && leadsNowhere(path);
  } catch {
    return false;
  }
}

/** Whether what is not at a path is not there because of a symbolic link in it that leads nowhere. It never throws. */
export function leadsNowhere(path: string): boolean {
  const { dirname } = nodePath();
  const { lstatSync, statSync } = nodeFs();
  try {
    for (let at = path; ; at = dirname(at)) {
      const found = lstatSync(at, { throwIfNoEntry: false });
      if (found !== undefined)
        return found.isSymbolicLink() && statSync(at, { throwIfNoEntry: false }) === undefined;
      if (dirname(at) === at) return false;
    }
  } catch {
    // Who may not look there, or whose path leads through a file, is told that.
    return false;
  }
}

// A code may be anything, also `constructor`: authors throw errors, too.
function wordsIn(words: Words, code: string): string | undefined {
  return Object.hasOwn(words, code) ? words[code] : undefined;
}

/** The system's code of an error, such as `ENOENT`; empty if it has none. Like `textOf` it never throws. */
export function systemCode(error: unknown): string {
  try {
    const code: unknown = Reflect.get(Object(error), "code");
    return typeof code === "string" ? code : "";
  } catch {
    return "";
  }
}
