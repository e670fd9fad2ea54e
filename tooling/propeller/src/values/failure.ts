/** How a node or an execution failed, as Flyte's engine says it. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  /** Whose fault it is, and whose budget of attempts it takes from. */
  readonly kind: "USER" | "SYSTEM";
}

/** A failure on its way to the node that it ends. */
export class NodeFailure extends Error {
  readonly failure: Failure;
  /** Whether another attempt is worth it. */
  readonly isRetryable: boolean;

  constructor(failure: Failure, isRetryable = false) {
    super(`${failure.code}: ${failure.message}`);
    this.failure = failure;
    this.isRetryable = isRetryable;
  }
}

/** An error for a fault of whoever wrote the workflow. */
export function userFailure(code: string, message: string): NodeFailure {
  return new NodeFailure({ code, message, kind: "USER" });
}

/** An error for what the engine itself could not do. */
export function systemFailure(code: string, message: string): NodeFailure {
  return new NodeFailure({ code, message, kind: "SYSTEM" });
}

/** The failure in what was thrown. @throws what is none: a fault of this program, or of its caller */
export function failureOf(error: unknown): Failure {
  if (error instanceof NodeFailure) return error.failure;
  throw error;
}
