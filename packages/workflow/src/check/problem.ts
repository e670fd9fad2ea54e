import type { FlytekitError, Place, SourceLocation } from "@flytekit-ts/core/plugin";

/** One thing that is wrong with a workflow, or that its author should know. */
export interface Problem {
  readonly code: string;
  /** A warning does not stop a compilation. */
  readonly severity: "error" | "warning";
  /** What the backend's compiler calls it; absent for what the compiler does not look at. */
  readonly backendCode?: string;
  readonly nodeId?: string;
  /** The input or variable that it is about. */
  readonly input?: string;
  readonly expected?: string;
  readonly got?: string;
  readonly message: string;
  readonly hint?: string;
  /** The line its author would edit. */
  readonly location?: SourceLocation;
}

/** What a problem is about, beside its text. */
export interface ProblemContext {
  readonly severity?: "warning";
  readonly backendCode?: string | undefined;
  readonly nodeId?: string | undefined;
  readonly input?: string | undefined;
  readonly expected?: string | undefined;
  readonly got?: string | undefined;
  readonly place?: Place | undefined;
}

/** A problem with the words of a catalogue error: the same code may be reported with others or thrown alone. */
export function toProblem(error: FlytekitError, context: ProblemContext): Problem {
  const { severity, backendCode, nodeId, input, expected, got, place } = context;
  const { code, text: message, hint } = error;
  const location = error.location ?? place?.location;
  return {
    code,
    severity: severity ?? "error",
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
