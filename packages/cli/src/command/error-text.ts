import { textOf } from "@flytekit-ts/core/errors";

const WORDS: { readonly [code: string]: string } = {
  EACCES: "this user has no permission",
  EPERM: "this user has no permission",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  ENOTDIR: "a part of its path is a file",
  EFBIG: "the file would be larger than files may be",
  EIO: "the disk failed",
  ENAMETOOLONG: "a name in the path is too long",
  EISDIR: "it is a folder",
  EEXIST: "there is a file in its place",
};

/** What went wrong with a file or folder, in words. */
export function errorText(error: unknown): string {
  return WORDS[systemCode(error)] ?? textOf(error);
}

/** The system's code of an error, such as `ENOSPC`; empty if it has none. */
export function systemCode(error: unknown): string {
  const code: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "code") : undefined;
  return typeof code === "string" ? code : "";
}
