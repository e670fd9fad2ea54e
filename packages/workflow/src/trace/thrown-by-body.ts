import { isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import * as errors from "../errors.js";

/**
 * What a body threw, as an error that says where it is from.
 *
 * An error with a stack names the author's line itself. All else, such as `throw 5`, names neither a line nor a workflow, and
 * who receives it could not tell it from a fault of this package.
 */
export function thrownByBody(workflow: string, thrown: unknown): unknown {
  if (isFlytekitError(thrown) || hasStack(thrown)) return thrown;
  const what = typeof thrown === "string" && thrown.trim() !== "" ? JSON.stringify(thrown) : textOf(thrown);
  return errors.WORKFLOW_BODY_THREW({ workflow, thrown: what }, { cause: thrown });
}

function hasStack(thrown: unknown): boolean {
  if (typeof thrown !== "object" || thrown === null) return false;
  try {
    return typeof Reflect.get(thrown, "stack") === "string";
  } catch {
    // A body may throw anything, also a proxy that throws when it is read.
    return false;
  }
}
