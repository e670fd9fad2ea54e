import { status as Status } from "@grpc/grpc-js";
import { connectionErrors as errors } from "../errors/connection-errors.js";
import { type FailedAttempt, isTooLarge } from "./failed-attempt.js";

/** Which call failed, and where. */
export interface FailedAt {
  readonly endpoint: string;
  /** `AdminService.CreateTask` */
  readonly call: string;
}

/** The coded error for the last try of a call. Its message holds the server's words, whole. */
export function callError(attempt: FailedAttempt, at: FailedAt): Error {
  const { status, said, details, cause } = attempt;
  const failed = { ...at, said, details };
  const context = { cause };
  if (isTooLarge(attempt)) return errors.CLUSTER_MESSAGE_TOO_LARGE(failed, context);
  switch (status) {
    case Status.UNAUTHENTICATED:
      return errors.NOT_AUTHENTICATED(failed, context);
    case Status.PERMISSION_DENIED:
      return errors.NOT_PERMITTED(failed, context);
    case Status.NOT_FOUND:
      return errors.CLUSTER_ENTITY_NOT_FOUND(failed, context);
    case Status.ALREADY_EXISTS:
      return errors.CLUSTER_ENTITY_EXISTS(failed, context);
    case Status.INVALID_ARGUMENT:
    case Status.FAILED_PRECONDITION:
    case Status.OUT_OF_RANGE:
      return errors.CLUSTER_REFUSED(failed, context);
    case Status.UNAVAILABLE:
      return errors.CLUSTER_UNREACHABLE(failed, context);
    case Status.UNIMPLEMENTED:
      return errors.CALL_UNSUPPORTED(failed, context);
    default:
      return errors.CLUSTER_FAILED({ ...failed, status: Status[status] }, context);
  }
}
