import type { Signal } from "@flytekit-ts/core/storage";
import { Metadata, type ServiceError } from "@grpc/grpc-js";
import type { Headers } from "./credentials.js";
import { failedAttempt } from "./failed-attempt.js";
import type { Clients } from "./open-clients.js";
import type { Method, Methods } from "./unary-calls.js";

/** One try of a call. */
export interface OneTry {
  readonly request: unknown;
  /** The request in its binary form, where it is known. */
  readonly bytes?: Uint8Array | undefined;
  readonly headers: Headers;
  readonly signal: Signal;
}

/** Sends a request once. Rejects with a `FailedAttempt`, or with the reason of the signal. */
export type SendOnce = (attempt: OneTry) => Promise<unknown>;

/** The function that sends requests to a method of a service. */
export function senderOf(clients: Clients, { fullName }: Methods, method: Method): SendOnce {
  const { name, requestType, responseType } = method;
  const path = `/${fullName}/${name}`;
  const serialize = ({ request, bytes }: OneTry): Buffer =>
    toBuffer(bytes ?? requestType.encode(requestType.fromPartial(request as never) as never).finish());
  const deserialize = (bytes: Buffer): unknown => responseType.decode(bytes);
  return async (attempt) => {
    const { headers, signal } = attempt;
    let cancel = (): void => {};
    try {
      return await new Promise((resolve, reject) => {
        const end = (error: ServiceError | null, answer: unknown): void => {
          if (error === null) resolve(answer);
          else reject(error);
        };
        const client = clients.current();
        const call = client.makeUnaryRequest(path, serialize, deserialize, attempt, metadataOf(headers), end);
        cancel = () => {
          call.cancel();
        };
        signal.addEventListener("abort", cancel);
      });
    } catch (error) {
      throw signal.aborted ? error : await failedAttempt(error);
    } finally {
      signal.removeEventListener("abort", cancel);
    }
  };
}

function toBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function metadataOf(headers: Headers): Metadata {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(headers)) metadata.set(name, value);
  return metadata;
}
