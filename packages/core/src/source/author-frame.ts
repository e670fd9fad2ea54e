import { fileURLToPath } from "node:url";

import { IS_BUN } from "./capture-stack.js";
import type { SourceLocation } from "./place.js";
import { AUTHOR_FRAME } from "./run-author.js";

// The path of a file may contain parentheses. A frame that names a function has one more at its end.
const NAMED_FRAME = /^\s*at .*? \((.+):(\d+):(\d+)\)$/;
const BARE_FRAME = /^\s*at (.+):(\d+):(\d+)$/;
// The engine also tells which functions wait for the one that runs. None of them called it.
const NO_CALLER = /^\s*at async /;

/** The first line of the author's on a formatted stack. */
export function authorLine(stack: string): SourceLocation | undefined {
  for (const frame of stack.split("\n")) {
    if (NO_CALLER.test(frame) || frame.includes(`${AUTHOR_FRAME} (`)) return undefined;
    const [, file = "", line, column] = NAMED_FRAME.exec(frame) ?? BARE_FRAME.exec(frame) ?? [];
    // Bun gives evaluated code the URL of the file around it.
    if (isFile(file) && !(IS_BUN && file.startsWith("file:"))) {
      return { file: toPath(file), line: Number(line), column: Number(column) };
    }
  }
  return undefined;
}

/** The file of the first frame of the author's. */
export function authorFile(frames: readonly NodeJS.CallSite[]): string | undefined {
  for (const frame of frames) {
    if (frame.getFunctionName()?.endsWith(AUTHOR_FRAME)) return undefined;
    const file: unknown = frame.getFileName();
    if (!frame.isEval() && isFile(file)) return toPath(file);
  }
  return undefined;
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
