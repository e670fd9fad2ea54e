import { readFileSync, type Stats, statSync } from "node:fs";
import { systemWords } from "@flytekit-ts/core/storage";
import { packErrors } from "../errors/pack-errors.js";
import type { CodeFile } from "./code-file.js";

/** The content of a file, or of what a link leads to, with its permission bits. */
export interface CodeContent {
  readonly content: Uint8Array;
  readonly mode: number;
}

/** Read a file of a code archive. @throws `CODE_NOT_READ`, `CODE_CHANGED` if something writes to it meanwhile */
export function readCodeFile(file: CodeFile): CodeContent {
  if ("content" in file) return { content: file.content, mode: file.mode ?? 0o644 };
  const { path, from } = file;
  try {
    const before = statSync(from);
    const content = readFileSync(from);
    const after = statSync(from);
    const isSame = stateOf(before) === stateOf(after) && content.length === after.size;
    if (!isSame) throw packErrors.CODE_CHANGED({ file: path });
    return { content, mode: after.mode & 0o7777 };
  } catch (cause) {
    if (packErrors.CODE_CHANGED.is(cause)) throw cause;
    throw packErrors.CODE_NOT_READ({ file: path, problem: systemWords(cause, "reading") }, { cause });
  }
}

function stateOf({ size, mtimeMs, ctimeMs, ino, mode }: Stats): string {
  return [size, mtimeMs, ctimeMs, ino, mode].join(" ");
}
