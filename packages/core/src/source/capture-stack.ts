/** A function that an author calls. */
export type Callee = (...args: never[]) => unknown;

/** An object with the stack of the callers of a function, which the engine formats when it is first read. */
export interface Captured {
  stack?: unknown;
}

/**
 * JavaScriptCore, the engine of Bun, removes the frame of a function that ends in a call, as the language specifies.
 * Such a function is no longer on the stack; the function that it called has its caller.
 */
export const IS_BUN: boolean = process.versions["bun"] !== undefined;

/** The parts of a frame that are used. Declarations of ours must not need the names of `@types/node`. */
export interface Frame {
  getFunctionName(): string | null;
  getFileName(): string | null | undefined;
  getScriptNameOrSourceURL(): string | null | undefined;
  isEval(): boolean;
  isAsync(): boolean;
}

/** The function whose callers are wanted, and one that it has called, for when it has no frame any more. */
export interface Called {
  readonly callee: Callee;
  readonly inner: Callee;
}

/** Deno applies source maps to frames too, so their file is not the loaded one. */
export const IS_DENO: boolean = process.versions["deno"] !== undefined;

/** Keep the stack of the callers. */
export function captureStack({ callee, inner }: Called, depth: number): Captured {
  const holder: Captured = {};
  const limit = Error.stackTraceLimit;
  const isLimited = limitFrames(depth);
  Error.captureStackTrace(holder, callee);
  if (IS_BUN && isEmpty(holder)) Error.captureStackTrace(holder, inner);
  if (isLimited) limitFrames(limit);
  return holder;
}

/** As `captureStack`, with the frames as the engine has them; `undefined` if the engine does not give them. */
export function captureFrames(called: Called, depth: number): readonly Frame[] | undefined {
  const prepare = Error.prepareStackTrace;
  try {
    Error.prepareStackTrace = (_error, frames) => frames;
  } catch {
    return undefined; // frozen, as below
  }
  try {
    const frames = captureStack(called, depth).stack;
    return Array.isArray(frames) ? (frames as Frame[]) : undefined;
  } finally {
    Error.prepareStackTrace = prepare;
  }
}

// A frozen `Error` (`node --frozen-intrinsics`) keeps its own limit, which does no harm.
function limitFrames(limit: number): boolean {
  try {
    Error.stackTraceLimit = limit;
    return true;
  } catch {
    return false;
  }
}

function isEmpty({ stack }: Captured): boolean {
  return Array.isArray(stack) ? stack.length === 0 : typeof stack === "string" && !stack.includes("\n");
}

/** The formatted stack. A formatter that the program has set may throw or return anything: then it is empty. */
export function stackOf(captured: Captured): string {
  try {
    return typeof captured.stack === "string" ? captured.stack : "";
  } catch {
    return "";
  }
}
