import { ContainerError_Kind, ErrorDocument, ExecutionError_ErrorKind } from "@flytekit-ts/models/core";
import { encode } from "@flytekit-ts/models";
import type { SecretMasker } from "@flytekit-ts/core/context";
import { describeFailure } from "./describe-failure.js";
import type { FailedTask } from "./failed-task.js";
import type { Failure } from "./failure.js";

/** What an error document says besides its failure. */
export interface DocumentParts {
  readonly task: FailedTask | undefined;
  /** Name of the process among several that run one task together; empty if there is one. */
  readonly worker: string;
  readonly masker: SecretMasker;
}

/** The bytes of `error.pb`, and its message for the log. */
export function errorDocument(
  failure: Failure,
  { task, worker, masker }: DocumentParts,
): { readonly bytes: Uint8Array; readonly message: string } {
  const message = masker.mask(describeFailure(failure, task));
  const error = {
    code: masker.mask(failure.code.toWellFormed()),
    message,
    kind: failure.isRecoverable ? ContainerError_Kind.RECOVERABLE : ContainerError_Kind.NON_RECOVERABLE,
    origin: failure.origin === "user" ? ExecutionError_ErrorKind.USER : ExecutionError_ErrorKind.SYSTEM,
    timestamp: timestampOf(failure.error),
    worker,
  };
  return { bytes: encode(ErrorDocument, { error }), message };
}

/** When it happened: what the error says itself, in a `timestamp` that is a date, or else now. */
function timestampOf(error: unknown): { readonly seconds: bigint; readonly nanos: number } {
  const milliseconds = ownTime(error) ?? Date.now();
  const seconds = Math.floor(milliseconds / 1000);
  return { seconds: BigInt(seconds), nanos: Math.round((milliseconds - seconds * 1000) * 1e6) };
}

function ownTime(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  try {
    const own: unknown = Reflect.get(error, "timestamp");
    const time = own instanceof Date ? own.getTime() : undefined;
    return time === undefined || Number.isNaN(time) ? undefined : time;
  } catch {
    return undefined;
  }
}
