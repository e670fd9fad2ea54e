import { applySourceMap } from "./source-map.js";

/** A line of the author's source; line and column count from 1. */
export interface SourceLocation {
  /** File path, or the URL where it is not a file. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Finds its location when first asked: most places are recorded and never looked at. */
export interface Place {
  readonly location: SourceLocation | undefined;
}

/**
 * Remember the line that called `callee`.
 *
 * The engine keeps one raw frame and formats it on demand, so this costs about a microsecond. Source maps
 * are applied, by the runtime where it does so and by us otherwise.
 */
export function placeOfCaller(callee: (...args: never[]) => unknown): Place {
  const holder: { stack?: string } = {};
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 1;
  Error.captureStackTrace(holder, callee);
  Error.stackTraceLimit = limit;
  return new LazyPlace(holder);
}

/** A place known from elsewhere: the `module` option of a declaration. */
export function placeOfModule(module: string): Place {
  return { location: { file: toPath(module), line: 1, column: 1 } };
}

class LazyPlace implements Place {
  #holder: { stack?: string } | undefined;
  #location: SourceLocation | undefined;

  constructor(holder: { stack?: string }) {
    this.#holder = holder;
  }

  get location(): SourceLocation | undefined {
    if (this.#holder !== undefined) {
      this.#location = parseFrame(this.#holder.stack ?? "");
      this.#holder = undefined;
    }
    return this.#location;
  }
}

const FRAME = /^\s*at (?:.*\()?(.+?):(\d+):(\d+)\)?$/m;

function parseFrame(stack: string): SourceLocation | undefined {
  const match = FRAME.exec(stack);
  if (match === null) return undefined;
  const [, file = "", line = "1", column = "1"] = match;
  return applySourceMap({ file: toPath(file), line: Number(line), column: Number(column) });
}

function toPath(file: string): string {
  return file.startsWith("file://") ? decodeURIComponent(new URL(file).pathname) : file;
}
