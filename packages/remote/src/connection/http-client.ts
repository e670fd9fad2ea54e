import { textOf } from "@flytekit-ts/core/errors";
import { networkFault, type Signal } from "@flytekit-ts/core/storage";
import type { Dispatcher } from "undici";
import type { ClusterConfig } from "../config/cluster-config.js";
import { connectionErrors as errors } from "../errors/connection-errors.js";
import { readCa } from "./read-ca.js";
import { withoutQuery } from "./without-query.js";

/** A request over HTTP, such as one for a token or to a signed link. */
export interface HttpRequest {
  /** `GET` if absent. */
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | Uint8Array | AsyncIterable<Uint8Array> | undefined;
  readonly signal?: Signal | undefined;
  /** Milliseconds until the answer's headers. 60,000 if absent. */
  readonly timeout?: number | undefined;
}

/** An answer, whatever its status. Its body must be read or cancelled, or the connection stays in use. */
export interface HttpAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: AsyncIterable<Uint8Array>;
  text(): Promise<string>;
  bytes(): Promise<Uint8Array>;
  /** Do without the rest of the body. */
  cancel(): Promise<void>;
}

/** Sends requests as the configuration says: through its proxy, trusting its authorities. Follows no redirects. */
export interface HttpClient {
  /**
   * @throws `HTTP_FAILED` where there is no answer. Its message holds the address without its query, which may be a secret.
   */
  fetch(url: string, request?: HttpRequest): Promise<HttpAnswer>;
  close(): Promise<void>;
}

/** What a client for HTTP needs of a configuration. */
export type HttpConfig = Pick<ClusterConfig, "httpProxy" | "caCertFile" | "insecureSkipVerify">;

/** An HTTP client for a cluster. */
export function httpClient(config: HttpConfig): HttpClient {
  const ca = config.caCertFile === undefined ? {} : { ca: readCa(config.caCertFile) };
  let opened: Promise<Dispatcher> | undefined;
  return {
    fetch: async (url, request = {}) => send(await (opened ??= openDispatcher(config, ca)), url, request),
    close: async () => (await opened)?.close(),
  };
}

async function openDispatcher(
  { httpProxy, insecureSkipVerify }: HttpConfig,
  ca: { readonly ca?: string },
): Promise<Dispatcher> {
  // Many callers of a cluster send no request of their own over HTTP, and need not wait for what does.
  const { Agent, EnvHttpProxyAgent, ProxyAgent } = await import("undici");
  const tls = { ...ca, rejectUnauthorized: !insecureSkipVerify };
  if (httpProxy !== undefined) return new ProxyAgent({ uri: httpProxy, requestTls: tls, proxyTls: tls });
  const isProxied = ["http_proxy", "https_proxy"].some(
    (name) => process.env[name] ?? process.env[name.toUpperCase()],
  );
  return isProxied ? new EnvHttpProxyAgent({ requestTls: tls, connect: tls }) : new Agent({ connect: tls });
}

async function send(dispatcher: Dispatcher, url: string, request: HttpRequest): Promise<HttpAnswer> {
  const { method = "GET", headers = {}, body, signal, timeout = 60_000 } = request;
  const { fetch } = await import("undici");
  const late = new AbortController();
  // Only until the headers: a body may take as long as it arrives.
  const timer = setTimeout(() => {
    late.abort();
  }, timeout);
  const either = signal === undefined ? late.signal : AbortSignal.any([signal, late.signal]);
  try {
    const streams = body !== undefined && typeof body === "object" && Symbol.asyncIterator in body;
    const answer = await fetch(url, {
      dispatcher,
      method,
      headers,
      redirect: "manual",
      signal: either,
      ...(body === undefined ? {} : { body }),
      ...(streams ? { duplex: "half" as const } : {}),
    });
    return answerOf(answer);
  } catch (error) {
    if (signal?.aborted === true)
      throw errors.CALL_ABORTED({ endpoint: withoutQuery(url), call: method }, { cause: signal.reason });
    const problem = late.signal.aborted ? `no answer came within ${timeout / 1000} s` : problemOf(error);
    throw errors.HTTP_FAILED({ method, url: withoutQuery(url), problem });
  } finally {
    clearTimeout(timer);
  }
}

function answerOf(answer: Awaited<ReturnType<typeof fetch>>): HttpAnswer {
  const { status, body } = answer;
  return {
    status,
    headers: new Map(answer.headers),
    body: bodyOf(body),
    text: async () => answer.text(),
    bytes: async () => new Uint8Array(await answer.arrayBuffer()),
    cancel: async () => body?.cancel(),
  };
}

async function* bodyOf(body: AsyncIterable<unknown> | null): AsyncIterable<Uint8Array> {
  if (body === null) return;
  for await (const chunk of body) if (chunk instanceof Uint8Array) yield chunk;
}

function problemOf(error: unknown): string {
  const cause: unknown = Reflect.get(Object(error), "cause") ?? error;
  return networkFault(cause)?.problem ?? textOf(cause);
}
