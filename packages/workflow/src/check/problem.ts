import type { FlytekitError, Place, SourceLocation } from "@flytekit-ts/core/plugin";

/** One thing that is wrong with a workflow, or that its author should know. */
export interface Problem {
  readonly code: string;
  /** A warning does not stop a compilation. */
  readonly severity: "error" | "warning";
  readonly nodeId?: string;
  readonly message: string;
  readonly hint?: string;
  /** The line its author would edit. */
  readonly location?: SourceLocation;
}

/** What a problem is about, beside its text. */
export interface ProblemContext {
  readonly severity?: "warning";
  readonly nodeId?: string | undefined;
  readonly place?: Place | undefined;
}

/** A problem with the words of a catalogue error: the same code may be reported with others or thrown alone. */
export function toProblem(error: FlytekitError, { severity, nodeId, place }: ProblemContext): Problem {
  const { code, text: message, hint } = error;
  const location = error.location ?? place?.location;
  return {
    code,
    severity: severity ?? "error",
    message,
    ...(nodeId === undefined ? {} : { nodeId }),
    ...(hint === undefined ? {} : { hint }),
    ...(location === undefined ? {} : { location }),
  };
}
