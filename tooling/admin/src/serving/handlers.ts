import type { Metadata } from "@grpc/grpc-js";

/** What a handler knows of a call besides its request. */
export interface Call {
  /** `/flyteidl.service.AdminService/GetTask` */
  readonly path: string;
  readonly metadata: Metadata;
  /** Aborted when the client goes away or its deadline passes. */
  readonly signal: AbortSignal;
  /** `host:port` of the client. */
  readonly peer: string;
}

/** One method of a generated definition, as far as it is served. */
export interface MethodDefinition {
  readonly name: string;
  readonly requestType: { decode(bytes: Uint8Array): unknown };
  readonly responseType: { encode(message: never): { finish(): Uint8Array } };
}

/** A generated definition of a service. */
export interface ServiceDefinition {
  readonly fullName: string;
  readonly methods: Readonly<Record<string, MethodDefinition>>;
}

type Answer<T> = T | Promise<T>;
type ResponseOf<M extends MethodDefinition> = Parameters<M["responseType"]["encode"]>[0];

/** Functions for some methods of a service. A part of the server gives those of its methods. */
export type Handlers<D extends ServiceDefinition> = {
  readonly [M in keyof D["methods"]]?: (
    request: ReturnType<D["methods"][M]["requestType"]["decode"]>,
    call: Call,
  ) => Answer<ResponseOf<D["methods"][M]>>;
};

/** Looks at each call before its handler does, and throws a `Refusal` where it may not pass. */
export type Guard = (call: Call) => void | Promise<void>;
