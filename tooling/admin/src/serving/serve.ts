import { Server, ServerCredentials } from "@grpc/grpc-js";
import type { Guard } from "./handlers.js";
import { type Service, unaryHandlers } from "./service.js";

/** What is served, and how. */
export interface Serving {
  readonly services: readonly Service[];
  readonly guards: readonly Guard[];
  /** A free one if 0. */
  readonly port: number;
  readonly credentials?: ServerCredentials | undefined;
}

/** A server that listens. */
export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves services over gRPC on this machine. */
export async function serve({ services, guards, port, credentials }: Serving): Promise<Listening> {
  const server = new Server({
    // The server looks at sizes itself, to refuse in the words of one in Go.
    "grpc.max_receive_message_length": -1,
    "grpc.max_send_message_length": -1,
  });
  for (const each of services) server.addService(definitionOf(each), { ...unaryHandlers(each, guards) });
  const bound = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, credentials ?? ServerCredentials.createInsecure(), (error, at) =>
      error === null ? resolve(at) : reject(error),
    );
  });
  return {
    port: bound,
    close: () =>
      new Promise((resolve) => {
        server.tryShutdown(() => resolve());
        server.forceShutdown();
        resolve();
      }),
  };
}

function definitionOf({ definition }: Service) {
  const methods = Object.entries(definition.methods).map(([key, { name }]) => [
    key,
    {
      path: `/${definition.fullName}/${name}`,
      originalName: key,
      requestStream: false,
      responseStream: false,
      // Bytes go in and out: messages are decoded where a fault in them can be answered.
      requestSerialize: (bytes: Buffer) => bytes,
      requestDeserialize: (bytes: Buffer) => bytes,
      responseSerialize: (bytes: Uint8Array) => Buffer.from(bytes),
      responseDeserialize: (bytes: Buffer) => bytes,
    } as const,
  ]);
  return Object.fromEntries(methods);
}
