import { isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import { Status } from "nice-grpc";
import { connectorErrors as errors } from "../../errors/connector-errors.js";

/** How a request failed: the status of gRPC, the code that metrics count, and the words. */
export interface FailedRequest {
  readonly status: Status;
  readonly errorCode: number;
  readonly said: string;
}

/** The longest words of a status: they travel in a header. */
const LONGEST = 16_000;

/** How a request failed that an error ended. The words for a task type without a connector are flytekit's. */
export function failedRequest(
  error: unknown,
  { taskType, operation }: { readonly taskType: string; readonly operation: string },
): FailedRequest {
  const text = isFlytekitError(error) ? error.text : textOf(error);
  const said = cut(`failed to ${operation} ${taskType} task with error:\n ${text.replace(/\.$/, "")}.`);
  if (errors.CONNECTOR_NOT_FOUND.is(error)) {
    const words = cut(`Cannot find connector for task type: ${taskType}.`);
    return { status: Status.NOT_FOUND, errorCode: 404, said: words };
  }
  if (errors.CONNECTOR_TIMED_OUT.is(error)) return { status: Status.DEADLINE_EXCEEDED, errorCode: 504, said };
  if (errors.CONNECTOR_REQUEST_INVALID.is(error))
    return { status: Status.INVALID_ARGUMENT, errorCode: 400, said };
  const isObserved = operation === "get_logs" || operation === "get_metrics";
  if (isObserved && errors.CONNECTOR_UNSUPPORTED.is(error))
    return { status: Status.UNIMPLEMENTED, errorCode: 501, said };
  return { status: Status.INTERNAL, errorCode: 500, said };
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)} ... (${text.length} characters)`;
}
