import { type handleUnaryCall, Metadata, type ServerUnaryCall, status } from "@grpc/grpc-js";
import type { Call, Guard, Handlers, MethodDefinition, ServiceDefinition } from "./handlers.js";
import { headerText, MOST_HEADER } from "./header-text.js";
import { Refusal, refused } from "./refusal.js";
import { encodeStatus, STATUS_DETAILS } from "./status-details.js";

/** What a message may have at most: 4 MiB, as servers in Go have it. */
const MOST_BYTES = 4 * 1024 * 1024;

type AnyHandler = (request: unknown, call: Call) => unknown;

/** A service whose methods are served, each in bytes. */
export interface Service {
  readonly definition: ServiceDefinition;
  /** `undefined` where the server has no such service. */
  readonly handlers: Readonly<Record<string, AnyHandler | undefined>> | undefined;
}

/** A service of the functions of several parts. */
export function service<D extends ServiceDefinition>(
  definition: D,
  ...parts: readonly Handlers<D>[]
): Service {
  return { definition, handlers: Object.assign({}, ...parts) };
}

/** A service that the server lacks, and answers as one that it does not know. */
export function unknownService(definition: ServiceDefinition): Service {
  return { definition, handlers: undefined };
}

/** The methods of a service as functions of grpc-js. */
export function unaryHandlers(
  { definition, handlers }: Service,
  guards: readonly Guard[],
): Readonly<Record<string, handleUnaryCall<Buffer, Uint8Array>>> {
  const methods = Object.entries(definition.methods).map(([key, method]) => {
    const handler =
      handlers === undefined
        ? refuses(`unknown service ${definition.fullName}`)
        : (handlers[key] ?? refuses(`method ${method.name} not implemented`));
    // A server in Go knows no method of a service that it lacks, and so guards none.
    return [key, unary(method, handler, handlers === undefined ? [] : guards)] as const;
  });
  return Object.fromEntries(methods);
}

function refuses(message: string): AnyHandler {
  return () => {
    throw refused.unimplemented(message);
  };
}

function unary(
  method: MethodDefinition,
  handler: AnyHandler,
  guards: readonly Guard[],
): handleUnaryCall<Buffer, Uint8Array> {
  return (unaryCall, callback) => {
    const answered = async () => {
      const call = callOf(unaryCall);
      const request = decode(method, unaryCall.request);
      for (const guard of guards) await guard(call);
      const response = await handler(request, call);
      return method.responseType.encode(response as never).finish();
    };
    answered().then(
      (bytes) => callback(null, bytes),
      (error: unknown) => callback(failureOf(error)),
    );
  };
}

function callOf(call: ServerUnaryCall<Buffer, Uint8Array>): Call {
  const abort = new AbortController();
  call.on("cancelled", () => abort.abort());
  return { path: call.getPath(), metadata: call.metadata, signal: abort.signal, peer: call.getPeer() };
}

function decode({ requestType }: MethodDefinition, bytes: Buffer): unknown {
  if (bytes.length > MOST_BYTES)
    throw refused.exhausted(`grpc: received message larger than max (${bytes.length} vs. ${MOST_BYTES})`);
  try {
    return requestType.decode(bytes);
  } catch (error) {
    throw refused.internal(`grpc: error unmarshalling request: ${messageOf(error)}`);
  }
}

function failureOf(error: unknown): { code: status; details: string; metadata: Metadata } {
  const metadata = new Metadata();
  if (!(error instanceof Refusal))
    return { code: status.INTERNAL, details: `the stand-in failed: ${messageOf(error)}`, metadata };
  if (error.details.length > 0) metadata.set(STATUS_DETAILS, statusOf(error));
  return { code: error.code, details: headerText(error.message), metadata };
}

/** A status in bytes, which get a third longer in a header; without its text if they are too many. */
function statusOf(refusal: Refusal): Buffer {
  const whole = encodeStatus(refusal);
  const isTooLong = whole.length * (4 / 3) > MOST_HEADER;
  return isTooLong ? encodeStatus(new Refusal(refusal.code, "", refusal.details)) : whole;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
