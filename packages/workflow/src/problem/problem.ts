import type { FlytekitError } from "@flytekit-ts/core/errors";
import type { Place, SourceLocation } from "@flytekit-ts/core/graph";
import type { BackendCode } from "./backend-code.js";

/** One thing that is wrong with a workflow, or that its author should know. */
export interface Problem {
  readonly code: string;
  /** A warning does not stop a compilation. */
  readonly severity: "error" | "warning";
  /**
   * The code of Flyte's own compiler for this problem. Absent if that compiler does not notice the problem. So the
   * compiler refuses a workflow if and only if one of its problems has this.
   */
  readonly backendCode?: BackendCode;
  /** Name of the workflow that the node is in. */
  readonly workflow?: string;
  readonly nodeId?: string;
  /** The input of the node, or the output of the workflow, that has the problem. */
  readonly input?: string;
  /** What was wanted there, in words: usually a type. */
  readonly expected?: string;
  /** What was found there instead, in words. */
  readonly got?: string;
  readonly message: string;
  readonly hint?: string;
  /** The line that the author would edit. */
  readonly location?: SourceLocation;
}

/** No problems. */
export const NO_PROBLEMS: readonly Problem[] = [];

/** The fields of a problem other than its text. */
export interface ProblemContext {
  readonly severity?: "warning";
  readonly backendCode?: BackendCode | undefined;
  readonly nodeId?: string | undefined;
  readonly input?: string | undefined;
  readonly expected?: string | undefined;
  readonly got?: string | undefined;
  readonly place?: Place | undefined;
}

/** A catalogue error as a problem, so that the same code can be thrown alone or reported among others. */
export function toProblem(error: FlytekitError, context: ProblemContext): Problem {
  const { code, text: message, hint } = error;
  const { severity = "error", backendCode, nodeId, input, expected, got, place } = context;
  const location = error.location ?? place?.location;
  return {
    code,
    severity,
    message,
    ...(backendCode === undefined ? {} : { backendCode }),
    ...(nodeId === undefined ? {} : { nodeId }),
    ...(input === undefined ? {} : { input }),
    ...(expected === undefined ? {} : { expected }),
    ...(got === undefined ? {} : { got }),
    ...(hint === undefined ? {} : { hint }),
    ...(location === undefined ? {} : { location }),
  };
}

/** The problem without its backend code, for a place that Flyte's compiler does not look at. */
export function unseen(problem: Problem): Problem {
  const { backendCode: _backendCode, ...rest } = problem;
  return rest;
}
