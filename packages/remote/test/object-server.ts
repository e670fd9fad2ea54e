import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { httpClient } from "../src/connection/http-client.js";
import { fakeConnection } from "./fake-connection.js";

/** A request that put something. */
export interface Put {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

/** Answers a request in place of the server, which goes on where this gives `false`. */
export type Meddle = (request: IncomingMessage, response: ServerResponse) => boolean;

export const SIGNATURE =
  "X-Amz-Credential=AKIAPLANTED/20261129/us-east-1/s3&X-Amz-Signature=5e9d95826a1628be22e9";

/** A store of objects over HTTP, and a connection whose signed links lead there. */
export async function objectServer({ scheme = "s3" } = {}) {
  const puts: Put[] = [];
  const objects = new Map<string, Buffer>();
  const state: { meddle: Meddle } = { meddle: () => false };
  const server = createServer((request, response) => void serve(request, response));
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent((request.url ?? "").replace(/\?.*$/, ""));
    if (state.meddle(request, response)) return;
    if (request.method === "GET") return answer(objects.get(path), request, response);
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    puts.push({ path, headers: request.headers, body });
    const md5 = createHash("md5").update(body).digest("base64");
    if (md5 !== request.headers["content-md5"]) return void response.writeHead(400).end("BadDigest");
    objects.set(path, body);
    response.writeHead(200).end();
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const link = (path: string): string => `http://127.0.0.1:${port}${encodeURI(path)}?${SIGNATURE}`;
  const { connection, asked } = fakeConnection({
    dataProxy: {
      createUploadLocation: (asking: {
        readonly project: string;
        readonly domain: string;
        readonly filename: string;
        readonly filenameRoot: string;
        readonly contentMd5: Uint8Array;
      }) => {
        const folder = asking.filenameRoot || Buffer.from(asking.contentMd5).toString("hex");
        const path = `/${asking.project}/${asking.domain}/${folder}/${asking.filename}`;
        const md5 = Buffer.from(asking.contentMd5).toString("base64");
        const headers = new Map([
          ["Content-Length", "24"],
          ["Content-MD5", md5],
          ["x-amz-meta-flyteContentMD5", md5],
        ]);
        return {
          signedUrl: link(path),
          nativeUrl: `${scheme}://bucket${path}`,
          headers,
          expiresAt: undefined,
        };
      },
      createDownloadLocation: ({ nativeUrl }: { readonly nativeUrl: string }) => ({
        signedUrl: link(nativeUrl.replace(`${scheme}://bucket`, "")),
        expiresAt: undefined,
      }),
    },
  });
  const http = httpClient(connection.config);
  return {
    connection: { ...connection, fetch: http.fetch },
    asked,
    puts,
    objects,
    state,
    close: async (): Promise<void> => {
      await http.close();
      await closed(server);
    },
  };
}

function answer(body: Buffer | undefined, { headers }: IncomingMessage, response: ServerResponse): void {
  if (body === undefined) return void response.writeHead(404).end("NoSuchKey");
  const start = Number(/^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1] ?? 0);
  const rest = body.subarray(start);
  const head = { "content-length": rest.length, etag: createHash("md5").update(body).digest("hex") };
  response.writeHead(start > 0 ? 206 : 200, head).end(rest);
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
