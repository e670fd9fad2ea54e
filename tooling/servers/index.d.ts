import type { IncomingHttpHeaders } from "node:http";

export type ServerName = "versitygw" | "fake-gcs-server" | "azurite";

/**
 * The path of a server's program, which is built or installed first where it is missing: once on this machine, in a
 * minute or two. `FLYTEKIT_SERVERS_BIN` names a folder with programs that are there already.
 */
export declare function install(name: ServerName): Promise<string>;

/** Why a server cannot be installed here (there is no Go); undefined if it can. */
export declare function missingFor(name: ServerName): string | undefined;

/**
 * Whether tests cannot have a server and are skipped, for `describe.skipIf(lacks("versitygw"))`. It prints why. With `CI=true` no test is
 * skipped, and they fail when they start the server.
 */
export declare function lacks(name: ServerName): boolean;

/** How long a hook that starts a server may take, in milliseconds: the server may have to be built. */
export declare const LONGEST_START: number;

/** A server process of the test, on a free port of this machine. Its data go with it. */
export interface TestServer {
  /** Its URL, without a slash at the end. */
  readonly endpoint: string;
  readonly port: number;
  readonly pid: number;
  /** What the process printed, at most the last 20,000 characters. */
  log(): string;
  stop(): Promise<void>;
}

export interface S3Server extends TestServer {
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Where it keeps its data: a folder for each bucket, and a file for each object. */
  readonly folder: string;
}

export interface GcsServer extends TestServer {
  readonly bucket: string;
}

export interface AzureServer extends TestServer {
  /** Its name is a part of the endpoint: `http://127.0.0.1:10000/devstoreaccount1`. */
  readonly account: string;
  readonly accountKey: string;
}

/** Starts versitygw, an S3 server, with an empty bucket. */
export declare function startVersitygw(options?: { readonly bucket?: string }): Promise<S3Server>;

/**
 * Starts fake-gcs-server with an empty bucket. `externalUrl` is what its answers name as where to send an upload to:
 * that of a proxy, for example.
 */
export declare function startFakeGcs(options?: {
  readonly bucket?: string;
  readonly externalUrl?: string;
}): Promise<GcsServer>;

/** Starts the blob service of azurite. It has no container yet. */
export declare function startAzurite(): Promise<AzureServer>;

/** What a proxy does to one request, instead of passing it on and its answer back. */
export type Fault =
  /** Answers itself, once the request has been received. The target sees nothing of it. */
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** Waits first, then passes the request on. */
  | { readonly kind: "delay"; readonly milliseconds: number }
  /** Stops sending in the body of the answer, or does not answer, and keeps the connection open. */
  | { readonly kind: "stall"; readonly afterBytes?: number }
  /** Resets the connection in the body of the answer, or as soon as a request comes, whose body is not read. */
  | { readonly kind: "reset"; readonly afterBytes?: number }
  /** Ends the connection in the body of the answer as if that were its end. Its `content-length` says more. */
  | { readonly kind: "truncate"; readonly afterBytes: number }
  /** Cuts the body of the answer, and says so in `content-length`: only a checksum or the known size tells. */
  | { readonly kind: "shorten"; readonly afterBytes: number }
  /** Changes a bit of the body of the answer. */
  | { readonly kind: "flip"; readonly atByte: number }
  /** Lets the target do what is asked, and resets the connection instead of answering. */
  | { readonly kind: "lose-answer" }
  /** Changes a bit of the body of the request. */
  | { readonly kind: "upload-flip"; readonly atByte: number }
  /** Resets the connection in the body of the request. The target sees nothing of it. */
  | { readonly kind: "upload-reset"; readonly afterBytes: number }
  /** Reads no more of the body of the request, and does not answer. The target sees nothing of it. */
  | { readonly kind: "upload-stall"; readonly afterBytes: number };

/** Answers that servers give instead of an object. `retryAfter` is in seconds. */
export declare const faults: {
  /** S3, when it is asked too often: 503. */
  slowDown(options?: { readonly retryAfter?: number }): Fault;
  /** Status 429, as GCS gives it. */
  tooManyRequests(options?: { readonly retryAfter?: number }): Fault;
  serverError(status?: number): Fault;
};

/** A request that a proxy was sent. */
export interface SeenRequest {
  /** 0 for the first since the start or `reset`. */
  readonly index: number;
  readonly method: string;
  /** The path and query, as they were sent. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** The status of the answer; undefined if there was none. */
  status?: number;
}

/** Which fault a request gets. */
export type Script = (request: SeenRequest) => Fault | undefined;

/** An HTTP proxy in front of one server, whose faults a test scripts. */
export interface FaultProxy {
  /** Where requests go on to. */
  target: string;
  readonly endpoint: string;
  readonly port: number;
  /** The requests since the start or `reset`. */
  readonly requests: readonly SeenRequest[];
  /** Asked for each request from now on. */
  script(script: Script): void;
  /** The first request that matches gets the fault, and no other. */
  once(fault: Fault, matches?: (request: SeenRequest) => boolean): void;
  /** Forgets the requests and the script. */
  reset(): void;
  stop(): Promise<void>;
}

/** Starts a proxy. It keeps the host that the client sent, so signatures stay right. */
export declare function startFaultProxy(target: string): Promise<FaultProxy>;
