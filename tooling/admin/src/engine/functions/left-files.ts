import { encode } from "@flytekit-ts/models";
import {
  ContainerError_Kind,
  ErrorDocument,
  ExecutionError_ErrorKind,
  type Literal,
  LiteralMap,
} from "@flytekit-ts/models/core";
import { type DataStore, type Failure, joinUri, NodeFailure, type Pod } from "@flytekit-ts/propeller";

/** Writes outputs where a task leaves them. */
export async function leaveOutputs(
  store: DataStore,
  { outputPrefix }: Pod,
  literals: ReadonlyMap<string, Literal>,
): Promise<void> {
  const bytes = encode(LiteralMap, { literals: new Map(literals) });
  await store.write(joinUri(outputPrefix, "outputs.pb"), bytes);
}

/** Writes what was thrown where a task leaves its error. What is no `NodeFailure` is an error of the author's code. */
export async function leaveError(
  store: DataStore,
  { outputPrefix }: Pod,
  thrown: unknown,
  isRetryable = thrown instanceof NodeFailure && thrown.isRetryable,
): Promise<void> {
  const { code, message, kind } = failureOf(thrown, isRetryable);
  const error = {
    code,
    message,
    kind: isRetryable ? ContainerError_Kind.RECOVERABLE : ContainerError_Kind.NON_RECOVERABLE,
    origin: ExecutionError_ErrorKind[kind],
  };
  await store.write(
    joinUri(outputPrefix, "error.pb"),
    encode(ErrorDocument, ErrorDocument.create({ error })),
  );
}

function failureOf(thrown: unknown, isRetryable: boolean): Failure {
  if (thrown instanceof NodeFailure) return thrown.failure;
  const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return { code: isRetryable ? "USER:Recoverable" : "USER:RuntimeError", message, kind: "USER" };
}
