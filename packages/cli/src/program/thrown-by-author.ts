import { types } from "node:util";
import { isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import { placeOfStack } from "@flytekit-ts/core/graph";
import { errors } from "../errors.js";
import { isOurFrame } from "../sources/faults/authors-frames.js";

// Frames of JavaScript itself and of Node: what they throw was called by the frame below.
const BUILT_IN = /^\s*at .*(?:<anonymous>|native|node:[^)]*)\)?$/;

/**
 * The error for what an author's code threw, told by the innermost frame of its stack. The only code of an author's that
 * commands call themselves is the body of a workflow: tasks have errors of their own.
 */
export function thrownByAuthor(thrown: unknown): Error | undefined {
  // Not an error of JavaScript's own, but one of Node's: `structuredClone`, `atob` and aborted signals throw it.
  const isError = types.isNativeError(thrown) || thrown instanceof DOMException;
  if (!isError || isFlytekitError(thrown)) return undefined;
  const frames = String(thrown.stack).split("\n");
  const innermost = frames.find((each) => /^\s*at /.test(each) && !BUILT_IN.test(each));
  const location = innermost === undefined || isOurFrame(innermost) ? undefined : placeOfStack(innermost);
  if (location === undefined) return undefined;
  return errors.BODY_THREW({ problem: textOf(thrown).replace(/\.$/, "") }, { location });
}
