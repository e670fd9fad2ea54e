import type { ExecutionError } from "@flytekit-ts/models/core";

/** Why an execution, a node or a task failed, in the cluster's words. */
export interface ExecutionFault {
  /** Such as `USER:Unknown`, `OOMKilled` or `RetriesExhausted|...`. */
  readonly code: string;
  readonly message: string;
  readonly kind: "user" | "system" | "unknown";
}

/** An error of the cluster. */
export function toFault({ code, message, kind }: ExecutionError): ExecutionFault {
  return { code, message, kind: kind === 1 ? "user" : kind === 2 ? "system" : "unknown" };
}

/** Lists cut messages off behind 100 bytes, and before a character that would be cut in two. */
const CUT_FROM = 97;

/** Whether the message may have been cut off, as flyteadmin does it in lists. */
export function mayBeCut(fault: ExecutionFault | undefined): boolean {
  return fault !== undefined && Buffer.byteLength(fault.message) >= CUT_FROM;
}
