import { textOf } from "@flytekit-ts/core/errors";
import { codeOf } from "./write-whole.js";

const WORDS: Readonly<Record<string, string>> = {
  EACCES: "this user has no permission",
  EPERM: "this user has no permission",
  EROFS: "its disk can only be read",
  ENOSPC: "its disk is full",
  EDQUOT: "its disk is full for this user",
  ENOTDIR: "a part of its path is a file",
  EEXIST: "a part of its path is a file",
  EISDIR: "there is a folder in place of a file",
};

/** What is wrong with a cache, without the names of the files in it. */
export function faultWords(error: unknown): string {
  return WORDS[codeOf(error)] ?? textOf(error).replace(/\.$/, "");
}
