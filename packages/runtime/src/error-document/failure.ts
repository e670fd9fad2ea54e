import { isFlytekitError } from "@flytekit-ts/core/errors";

/** What the backend needs to know of a failure. */
export interface FailureParts {
  /** What is shown: for an error of an author it is what the task threw. */
  readonly error: unknown;
  /** Who has to act. System failures are paid for by the cluster's budget of retries. */
  readonly origin: "user" | "system";
  /** Whether another attempt may help. */
  readonly isRecoverable: boolean;
  /** What the error is called. Propeller shows it beside the message. */
  readonly code: string;
}

/** Why a task has no outputs. */
export class Failure implements FailureParts {
  readonly error: unknown;
  readonly origin: "user" | "system";
  readonly isRecoverable: boolean;
  readonly code: string;

  constructor({ error, origin, isRecoverable, code }: FailureParts) {
    this.error = error;
    this.origin = origin;
    this.isRecoverable = isRecoverable;
    this.code = code;
  }
}

/** What an author's code did. */
export function userFailure(error: unknown, isRecoverable = false): Failure {
  const code = ownCode(error) ?? (isRecoverable ? "USER:Recoverable" : "USER:RuntimeError");
  return new Failure({ error, origin: "user", isRecoverable, code });
}

/** What the code of an author did not do. */
export function systemFailure(error: unknown, isRecoverable: boolean): Failure {
  return new Failure({ error, origin: "system", isRecoverable, code: "SYSTEM" });
}

/** What the process around a task found: an error of ours is known by its own code. */
export function hostFailure(error: unknown, isRecoverable: boolean): Failure {
  if (!isFlytekitError(error)) return userFailure(error, isRecoverable);
  return new Failure({ error, origin: error.origin, isRecoverable, code: error.code });
}

/** The code that an error carries as `errorCode`. An empty one counts, as in flytekit. */
function ownCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  try {
    const code: unknown = Reflect.get(error, "errorCode");
    return typeof code === "string" || typeof code === "number" ? String(code) : undefined;
  } catch {
    // A getter that throws, or a proxy.
    return undefined;
  }
}
