import { isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import { Status } from "nice-grpc";
import { connectorErrors as errors } from "../../errors/connector-errors.js";

/** How a request failed: the status of gRPC, the code that metrics count, and the words. */
export interface FailedRequest {
  readonly status: Status;
  readonly errorCode: number;
  readonly said: string;
}

/** The longest words of a status, as they travel: in a header, of which clients of gRPC take 8 KiB. */
const LONGEST = 6000;

/** How a request failed that an error ended. The words for a task type without a connector are flytekit's. */
export function failedRequest(
  error: unknown,
  { taskType, operation }: { readonly taskType: string; readonly operation: string },
): FailedRequest {
  const text = isFlytekitError(error) ? error.text : textOf(error);
  const said = cut(
    `failed to ${operation} ${shorten(taskType)} task with error:\n ${text.replace(/\.$/, "")}.`,
  );
  if (errors.CONNECTOR_NOT_FOUND.is(error)) {
    const words = cut(`Cannot find connector for task type: ${shorten(taskType)}.`);
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

/** A task type, which whoever calls may have chosen to be long. */
export function shorten(taskType: string): string {
  return taskType.length <= 200 ? taskType : `${taskType.slice(0, 200)}...`;
}

/** A text that travels whole: what is not plain ASCII takes three bytes for each of its own. */
function cut(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let size = 0;
  const end = bytes.findIndex(
    (byte) => (size += byte >= 0x20 && byte < 0x7f && byte !== 0x25 ? 1 : 3) > LONGEST,
  );
  if (end < 0) return text;
  const kept = new TextDecoder().decode(bytes.subarray(0, end)).replace(/\ufffd$/, "");
  return `${kept} ... (${text.length} characters)`;
}
