import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

/** A request as it goes out. The body is sent as it is, one chunk after the other. */
export interface Outgoing {
  readonly method: string;
  readonly url: { readonly protocol: string; readonly hostname: string; readonly port: string };
  /** Path and query, as they are: Node's `URL` would take `..` for a step up. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: readonly Uint8Array[];
  readonly signal: AbortSignal;
}

export type Answer = IncomingMessage & { readonly headers: IncomingHttpHeaders };

/** Sends a request and gives its answer, of any status, as soon as its headers are there. */
export async function send({ method, url, path, headers, body, signal }: Outgoing): Promise<Answer> {
  const { request } = await (url.protocol === "https:" ? import("node:https") : import("node:http"));
  const length = body.reduce((sum, chunk) => sum + chunk.length, 0);
  // `[::1]` in a URL is `::1` to a socket.
  const hostname = url.hostname.replace(/^\[|\]$/g, "");
  const options = { method, hostname, port: url.port, path, signal };
  return new Promise((resolve, reject) => {
    const outgoing = request({ ...options, headers: { ...headers, "content-length": length } }, resolve);
    // Also behind the answer: an error that nobody hears would end the process.
    outgoing.on("error", reject);
    for (const chunk of body) outgoing.write(chunk);
    outgoing.end();
  });
}

/** The whole body of an answer as text, up to a bound: it is JSON of the service, or words of whatever is in between. */
export async function textOfAnswer(answer: Answer, most = 32 * 1024 * 1024): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= most) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
