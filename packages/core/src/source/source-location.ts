import { fileURLToPath } from "node:url";

import type { Place, SourceLocation } from "./place.js";
import { applySourceMap } from "./source-map.js";

type Callee = (...args: never[]) => unknown;

/**
 * Remember the line that called `callee`.
 *
 * The JavaScript engine keeps raw frames and formats them on demand, so this costs about a microsecond. Source
 * maps are applied: by the runtime if it does so, and otherwise by this module.
 */
export function placeOfCaller(callee: Callee): Place {
  return new LazyPlace(capture(callee));
}

/** Remember the line that called `callee` and the module of that line, which a container has to load again. */
export function placeOfDeclaration(callee: Callee): Place {
  return new LazyPlace(capture(callee), loadedFile(callee));
}

/** The place for the `module` option of a declaration. */
export function placeOfModule(module: string): Place {
  const file = toPath(module);
  return { location: { file, line: 1, column: 1 }, module: file };
}

interface Captured {
  stack?: unknown;
}

// More than one frame: in `rows.map(task)` the first caller is the engine and not the author.
const FRAMES = 3;

function capture(callee: Callee): Captured {
  const holder: Captured = {};
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  Error.captureStackTrace(holder, callee);
  Error.stackTraceLimit = limit;
  return holder;
}

// The formatted stack would not do: if the runtime applies source maps, it names the source and not the loaded
// file.
function loadedFile(callee: Callee): string | undefined {
  const prepare = Error.prepareStackTrace;
  try {
    Error.prepareStackTrace = (_error, frames) => frames.map((frame) => frame.getFileName());
    const files: unknown = capture(callee).stack;
    const file: unknown = Array.isArray(files) ? files.find(isFile) : undefined;
    return typeof file === "string" ? toPath(file) : undefined;
  } finally {
    Error.prepareStackTrace = prepare;
  }
}

// Every node has one, so it is a class: the getter exists once. It has no private members, because printers and
// matchers copy objects and cannot read private members on the copies.
class LazyPlace implements Place {
  readonly module: string | undefined;
  readonly captured: Captured;
  known: { readonly location: SourceLocation | undefined } | undefined;

  constructor(captured: Captured, module?: string) {
    this.module = module;
    this.captured = captured;
    this.known = undefined;
  }

  get location(): SourceLocation | undefined {
    this.known ??= { location: parseStack(this.captured.stack) };
    return this.known.location;
  }
}

// The path of a file may contain parentheses. A frame that names a function has one more at its end.
const NAMED_FRAME = /^\s*at .*? \((.+):(\d+):(\d+)\)$/;
const BARE_FRAME = /^\s*at (?:async )?(.+):(\d+):(\d+)$/;

function parseStack(stack: unknown): SourceLocation | undefined {
  for (const frame of typeof stack === "string" ? stack.split("\n") : []) {
    const [, file = "", line, column] = NAMED_FRAME.exec(frame) ?? BARE_FRAME.exec(frame) ?? [];
    if (isFile(file))
      return applySourceMap({ file: toPath(file), line: Number(line), column: Number(column) });
  }
  return undefined;
}

// False for frames of Node itself and of evaluated code.
function isFile(file: unknown): file is string {
  return (
    typeof file === "string" && file !== "" && !file.startsWith("node:") && !file.endsWith("<anonymous>")
  );
}

function toPath(file: string): string {
  if (!file.startsWith("file://")) return file;
  try {
    return fileURLToPath(file);
  } catch {
    return file;
  }
}
