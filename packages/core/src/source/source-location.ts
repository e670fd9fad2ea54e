import { fileURLToPath } from "node:url";

import type { Place, SourceLocation } from "./place.js";
import { applySourceMap } from "./source-map.js";

type Callee = (...args: never[]) => unknown;

/**
 * Remember the line that called `callee`.
 *
 * The engine keeps raw frames and formats them on demand, so this costs about a microsecond. Source maps are
 * applied, by the runtime where it does so and by us otherwise.
 */
export function placeOfCaller(callee: Callee): Place {
  return new LazyPlace(capture(callee));
}

/** The same for a declaration, with the module that it is in: a container has to load that one again. */
export function placeOfDeclaration(callee: Callee): Place {
  return new LazyPlace(capture(callee), loadedFile(callee));
}

/** A place known from elsewhere: the `module` option of a declaration. */
export function placeOfModule(module: string): Place {
  const file = toPath(module);
  return { location: { file, line: 1, column: 1 }, module: file };
}

interface Captured {
  stack?: unknown;
}

// More than one frame, for `rows.map(task)` is called by the engine.
const FRAMES = 3;

function capture(callee: Callee): Captured {
  const holder: Captured = {};
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  Error.captureStackTrace(holder, callee);
  Error.stackTraceLimit = limit;
  return holder;
}

// Not read off the formatted stack: where the runtime applies source maps, that names the source.
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

// One a node: a class, whose getter is made once, and without private members, which printers and matchers
// cannot read on the copies they make.
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

// A file's path may have parentheses; a frame with the name of a function ends with one of its own.
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

// Neither a frame of Node's own nor one of evaluated code.
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
