import { fileOf, isBelowAuthor } from "./author-frame.js";
import type { Frame } from "./capture-stack.js";

/** The module that makes a declaration, as the stack shows it. */
export interface DeclaringModule {
  readonly file: string | undefined;
  /** The function of the module that makes the declaration for another module, and the frame that called it. */
  readonly maker?: { readonly name: string; readonly calledBy: number } | undefined;
}

/** The file of the first frame, if no function declares: what the top of a module declares is found in it. */
export function fileAtTop(frames: readonly Frame[]): string | undefined {
  const frame = frames.find((each) => isBelowAuthor(each) || fileOf(each) !== undefined);
  return frame === undefined || frame.getFunctionName() ? undefined : fileOf(frame);
}

/**
 * The module of the first frame that has one.
 *
 * If its own code is not running below that frame, a function of it was called by another module: loading it alone
 * would not make the declaration. That is certain if fewer frames than `depth`, which were asked for, tell all that runs.
 */
export function declaringModule(frames: readonly Frame[], depth: number): DeclaringModule {
  const end = frames.findIndex(isBelowAuthor);
  const files = (end < 0 ? frames : frames.slice(0, end)).map(fileOf);
  const first = files.findIndex((file) => file !== undefined);
  const file = files[first];
  const calledBy = files.findIndex((each, index) => index > first && each !== undefined && each !== file);
  const isElsewhere =
    isWhole(frames, depth) && file !== undefined && calledBy >= 0 && !files.includes(file, calledBy);
  const name = isElsewhere ? makerOf(frames.slice(first, calledBy)) : undefined;
  return { file, maker: name === undefined ? undefined : { name, calledBy } };
}

// A function without a name may be the code of the module itself, which its importer loads.
function makerOf(frames: readonly Frame[]): string | undefined {
  const names = frames.filter((frame) => fileOf(frame) !== undefined).map((frame) => frame.getFunctionName());
  return names.every(Boolean) ? (names.at(-1) ?? undefined) : undefined;
}

// Frames that only wait come behind all that run.
function isWhole(frames: readonly Frame[], depth: number): boolean {
  return frames.length < depth || frames.some((frame) => frame.isAsync());
}
