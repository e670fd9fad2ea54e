import type { TimeSpan } from "@flytekit-ts/core";
import type { Signal } from "@flytekit-ts/core/storage";

/** What each call takes besides its request. */
export interface CallOptions {
  readonly signal?: Signal | undefined;
  /** How long one try may take: milliseconds, or a text such as `"90 s"`. What `connect` was given if absent. */
  readonly timeout?: TimeSpan | undefined;
  /**
   * Whether the call may be sent again where it is not known what became of it. All may but those that start an
   * execution or make a project: pass `true` for an execution with a name of its own.
   */
  readonly repeatable?: boolean | undefined;
  /** The request in its binary form, where it was written before: it is sent as it is. */
  readonly bytes?: Uint8Array | undefined;
}

/** What a generated definition says of a method. */
export interface Method {
  readonly name: string;
  readonly requestType: {
    fromPartial(object: never): unknown;
    encode(message: never): { finish(): Uint8Array };
  };
  readonly responseType: { decode(bytes: Uint8Array): unknown };
}

/** What the generated definitions of services are, as far as types need it. */
export interface Methods {
  readonly name: string;
  /** With its package, as in the addresses of calls. */
  readonly fullName: string;
  readonly methods: Readonly<Record<string, Method>>;
}

/** A service as functions: one for each method that asks once and is answered once. */
export type UnaryCalls<D extends Methods> = {
  readonly [M in keyof D["methods"]]: (
    request: Parameters<D["methods"][M]["requestType"]["fromPartial"]>[0],
    options?: CallOptions,
  ) => Promise<ReturnType<D["methods"][M]["responseType"]["decode"]>>;
};
