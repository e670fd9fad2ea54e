import { textOf } from "@flytekit-ts/core/errors";

const WORDS: { readonly [code: string]: string } = {
  EACCES: "it may not be written",
  EPERM: "it may not be written",
  EROFS: "it is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  ENOTDIR: "a part of its path is a file",
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
