import type { Codec } from "@flytekit-ts/models";
import { status } from "@grpc/grpc-js";

/** A message that a status carries besides its text. */
export interface Detail {
  readonly typeUrl: string;
  readonly value: Uint8Array;
}

/** A call that is answered with a status other than OK. Thrown by handlers, and written to the wire by the server. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: status;
  readonly details: readonly Detail[];

  constructor(code: status, message: string, details: readonly Detail[] = []) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** A message as a detail of a status. */
export function detailOf<T>(codec: Codec<T>, message: T): Detail {
  return { typeUrl: `type.googleapis.com/${codec.$type}`, value: codec.encode(message).finish() };
}

/** Refusals by their code. */
export const refused = {
  invalid: (message: string, ...details: readonly Detail[]) =>
    new Refusal(status.INVALID_ARGUMENT, message, details),
  notFound: (message: string, ...details: readonly Detail[]) =>
    new Refusal(status.NOT_FOUND, message, details),
  exists: (message: string, ...details: readonly Detail[]) =>
    new Refusal(status.ALREADY_EXISTS, message, details),
  precondition: (message: string, ...details: readonly Detail[]) =>
    new Refusal(status.FAILED_PRECONDITION, message, details),
  internal: (message: string, ...details: readonly Detail[]) =>
    new Refusal(status.INTERNAL, message, details),
  unknown: (message: string, ...details: readonly Detail[]) => new Refusal(status.UNKNOWN, message, details),
  unauthenticated: (message: string) => new Refusal(status.UNAUTHENTICATED, message),
  unimplemented: (message: string) => new Refusal(status.UNIMPLEMENTED, message),
  exhausted: (message: string) => new Refusal(status.RESOURCE_EXHAUSTED, message),
};

/** The refusal of a request that lacks a field. */
export function missing(field: string): Refusal {
  return refused.invalid(`missing ${field}`);
}

/** The refusal of a request with a wrong value in a field. */
export function invalidValue(field: string): Refusal {
  return refused.invalid(`invalid value for ${field}`);
}
