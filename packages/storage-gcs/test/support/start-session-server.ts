import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const STEP = 256 * 1024;

/** A server of resumable uploads. */
export interface SessionServer {
  readonly endpoint: string;
  /** The objects that uploads made. */
  readonly objects: Map<string, Buffer>;
  /** How many bytes each request that sent some brought. */
  readonly sent: number[];
  readonly cancelled: string[];
  stop(): Promise<void>;
}

interface Session {
  readonly name: string;
  bytes: Buffer;
  isDone: boolean;
}

/**
 * Starts what fake-gcs-server lacks: resumable uploads that keep what arrived of a broken request, say how far they are
 * and compare checksums, as the documents of Google Cloud Storage describe it. Asked how far it is, fake-gcs-server makes
 * the object.
 */
export async function startSessionServer(): Promise<SessionServer> {
  const objects = new Map<string, Buffer>();
  const sessions = new Map<string, Session>();
  const sent: number[] = [];
  const cancelled: string[] = [];
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "", "http://localhost");
    if (request.method === "POST") {
      const id = String(sessions.size);
      sessions.set(id, { name: url.searchParams.get("name") ?? "", bytes: Buffer.alloc(0), isDone: false });
      // An address that only this server would use for itself.
      response.writeHead(200, { location: `http://storage.invalid/session?upload_id=${id}` }).end();
      return;
    }
    const id = url.searchParams.get("upload_id") ?? "";
    const session = sessions.get(id);
    if (session === undefined) response.writeHead(404).end();
    else if (request.method === "DELETE") {
      sessions.delete(id);
      cancelled.push(session.name);
      response.writeHead(499).end();
    } else await carryOn(session, request, response);
  }

  async function carryOn(
    session: Session,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const range = /^bytes (?:(\d+)-(\d+)|\*)\/(\d+|\*)$/.exec(request.headers["content-range"] ?? "");
    const [, start, , total] = range ?? [];
    if (range === null || (start !== undefined && Number(start) !== session.bytes.length)) {
      response.writeHead(400).end('{"error":{"message":"the range is wrong"}}');
      return;
    }
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    } finally {
      const arrived = Buffer.concat(chunks);
      const isWhole = arrived.length === Number(request.headers["content-length"]);
      if (start !== undefined) sent.push(arrived.length);
      // What breaks off is kept in whole steps.
      session.bytes = Buffer.concat([
        session.bytes,
        isWhole ? arrived : arrived.subarray(0, arrived.length - (arrived.length % STEP)),
      ]);
    }
    if (session.isDone || Number(total) === session.bytes.length) finish(session, request, response);
    else {
      const stored = session.bytes.length;
      response.writeHead(308, stored === 0 ? {} : { range: `bytes=0-${stored - 1}` }).end();
    }
  }

  function finish(session: Session, request: IncomingMessage, response: ServerResponse): void {
    const md5Hash = createHash("md5").update(session.bytes).digest("base64");
    const expected = /md5=(\S+)/.exec(String(request.headers["x-goog-hash"] ?? ""))?.[1];
    if (expected !== undefined && expected !== md5Hash) {
      response.writeHead(400).end('{"error":{"message":"The MD5 hash does not match."}}');
      return;
    }
    session.isDone = true;
    objects.set(session.name, session.bytes);
    response.end(JSON.stringify({ md5Hash, generation: "1", size: String(session.bytes.length) }));
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { endpoint: `http://127.0.0.1:${port}`, objects, sent, cancelled, stop };
}
