import { Client, credentials, Metadata, type ServiceError, status } from "@grpc/grpc-js";

/** What a server answered. */
export interface Answer {
  readonly code: number;
  readonly message: string;
  readonly response?: Buffer | undefined;
  /** Headers at its end. */
  readonly trailers: Readonly<Record<string, string>>;
  /** Bytes of `grpc-status-details-bin`. */
  readonly status?: Buffer | undefined;
}

/** Sends bytes to a server, and takes bytes. */
export interface GrpcClient {
  call(path: string, request: Uint8Array, metadata: Readonly<Record<string, string>>): Promise<Answer>;
  close(): void;
}

/** How long a call may take. */
const DEADLINE = 30_000;
const UNLIMITED = {
  "grpc.max_receive_message_length": -1,
  "grpc.max_send_message_length": -1,
  "grpc.max_metadata_size": 16 * 1024 * 1024,
};

/** A client in plain text of `host:port`. */
export function grpcClient(address: string): GrpcClient {
  const client = new Client(address, credentials.createInsecure(), UNLIMITED);
  return {
    call: (path, request, headers) =>
      new Promise((resolve) => {
        const metadata = new Metadata();
        for (const [name, value] of Object.entries(headers)) metadata.set(name, value);
        client.makeUnaryRequest<Uint8Array, Buffer>(
          path,
          (bytes) => Buffer.from(bytes),
          (bytes) => bytes,
          request,
          metadata,
          { deadline: Date.now() + DEADLINE },
          (error, response) => resolve(error === null ? succeeded(response) : failed(error)),
        );
      }),
    close: () => client.close(),
  };
}

function succeeded(response: Buffer | undefined): Answer {
  return { code: status.OK, message: "", response: response ?? Buffer.alloc(0), trailers: {} };
}

function failed({ code, details, metadata }: ServiceError): Answer {
  const [bytes] = metadata.get("grpc-status-details-bin");
  const trailers = Object.fromEntries(
    Object.entries(metadata.getMap()).map(([name, value]) => [name, String(value)]),
  );
  return { code, message: details, trailers, ...(Buffer.isBuffer(bytes) ? { status: bytes } : {}) };
}
