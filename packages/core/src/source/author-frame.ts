import { fileURLToPath } from "node:url";

import { type Frame, IS_BUN, IS_DENO } from "./capture-stack.js";
import type { SourceLocation } from "./place.js";
import { AUTHOR_FRAME } from "./run-author.js";

const FRAME = /^\s*at /;
// The path of a file may contain parentheses. A frame that names a function has one more at its end.
const NAMED_FRAME = /^\s*at .*? \((.+):(\d+):(\d+)\)$/;
const BARE_FRAME = /^\s*at (.+):(\d+):(\d+)$/;
// The engine also tells which functions wait for the one that runs. None of them called it.
const NO_CALLER = /^\s*at async /;

/** The first line of the author's on a formatted stack, without its first `skipped` frames. */
export function authorLine(stack: string, skipped = 0): SourceLocation | undefined {
  const frames = stack.split("\n").filter((line) => FRAME.test(line));
  for (const frame of frames.slice(skipped)) {
    if (NO_CALLER.test(frame) || frame.includes(`${AUTHOR_FRAME} (`)) return undefined;
    const [, file = "", line, column] = NAMED_FRAME.exec(frame) ?? BARE_FRAME.exec(frame) ?? [];
    // Bun gives evaluated code the URL of the file around it.
    if (isFile(file) && !(IS_BUN && file.startsWith("file:"))) {
      return { file: toPath(file), line: Number(line), column: Number(column) };
    }
  }
  return undefined;
}

/** The path of a frame's file as it was loaded; `undefined` for frames of the runtime and of evaluated code. */
export function fileOf(frame: Frame): string | undefined {
  const file: unknown = IS_DENO ? frame.getScriptNameOrSourceURL() : frame.getFileName();
  return !frame.isEval() && isFile(file) ? toPath(file) : undefined;
}

/** Whether the author's code begins above a frame. */
export function isBelowAuthor(frame: Frame): boolean {
  return frame.getFunctionName()?.endsWith(AUTHOR_FRAME) ?? false;
}

// What runtimes write for their own code and for evaluated code.
const NO_FILE = /^$|^(?:node|ext):|<anonymous>$|^native$|^\[(?:native code|unknown)\]$/;

function isFile(file: unknown): file is string {
  return typeof file === "string" && !NO_FILE.test(file);
}

/** The path of a file that is named by its URL. Anything else stays as it is. */
export function toPath(file: string): string {
  if (!file.startsWith("file://")) return file;
  try {
    return fileURLToPath(file);
  } catch {
    return file;
  }
}
