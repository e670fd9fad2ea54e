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

// More than one frame: in `rows.map(task)` the first caller is the engine and not the author.
const FRAMES = 3;

/** Keep the stack of the callers of `callee`, or of those of `inner` if `callee` has no frame any more. */
export function captureStack(callee: Callee, inner: Callee): Captured {
  const holder: Captured = {};
  const limit = Error.stackTraceLimit;
  const isLimited = limitFrames(FRAMES);
  Error.captureStackTrace(holder, callee);
  if (IS_BUN && isEmpty(holder)) Error.captureStackTrace(holder, inner);
  if (isLimited) limitFrames(limit);
  return holder;
}

/** As `captureStack`, with the frames as the engine has them; `undefined` if the engine does not give them. */
export function captureFrames(callee: Callee, inner: Callee): readonly NodeJS.CallSite[] | undefined {
  const prepare = Error.prepareStackTrace;
  try {
    Error.prepareStackTrace = (_error, frames) => frames;
  } catch {
    return undefined; // frozen, as below
  }
  try {
    const frames = captureStack(callee, inner).stack;
    return Array.isArray(frames) ? (frames as NodeJS.CallSite[]) : undefined;
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
