import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { placeOf } from "./reference.js";
import type { ObjectHead, ObjectStore } from "./object-store.js";
import { MD5_HEADER, s3Objects } from "./s3-objects.js";
import { whyRefused } from "./why-refused.js";

interface StoredObject {
  readonly bytes: Uint8Array;
  readonly contentMd5: string | undefined;
}

/** Who signs: nobody but this server has to know it. */
const KEYS = { accessKeyId: "flytekit-test", secretAccessKey: "flytekit-test-secret", region: "us-east-1" };

/**
 * Objects in the memory of this process. Links to them are answered over HTTP, signed as those of S3 are: a link that is
 * over, is changed, or comes without its headers is refused, and so is a body of another MD5.
 */
export async function memoryObjects(bucket: string): Promise<ObjectStore> {
  const objects = new Map<string, StoredObject>();
  const server = createServer((request, response) => {
    answer(objects, request, response).catch((error: unknown) => end(response, 500, String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  const { port } = server.address() as AddressInfo;
  const links = s3Objects({ endpoint: `http://127.0.0.1:${port}`, bucket, ...KEYS });
  return {
    root: links.root,
    read: async (uri) => objects.get(keyOf(uri))?.bytes,
    write: async (uri, bytes) => void objects.set(keyOf(uri), { bytes, contentMd5: undefined }),
    head: async (uri) => headOf(objects.get(keyOf(uri))),
    link: (request) => links.link(request),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function keyOf(uri: string): string {
  const { bucket, key } = placeOf(uri);
  return `${bucket}/${key}`;
}

function headOf(object: StoredObject | undefined): ObjectHead | undefined {
  if (object === undefined) return undefined;
  const { bytes, contentMd5 } = object;
  return { size: bytes.length, etag: md5(bytes).toString("hex"), contentMd5 };
}

async function answer(
  objects: Map<string, StoredObject>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await buffer(request);
  const refusal = await whyRefused(request, KEYS);
  if (refusal !== undefined) return end(response, 403, refusal);
  const path = new URL(request.url ?? "/", "http://localhost").pathname;
  const key = decodeURIComponent(path.slice(1));
  const found = objects.get(key);
  if (request.method === "PUT") {
    const expected = request.headers["content-md5"];
    if (expected !== undefined && expected !== md5(body).toString("base64"))
      return end(response, 400, "BadDigest");
    const said = request.headers[MD5_HEADER];
    objects.set(key, { bytes: body, contentMd5: typeof said === "string" ? said : undefined });
    return end(response, 200, "");
  }
  if (found === undefined) return end(response, 404, "NoSuchKey");
  response.writeHead(200, {
    "content-length": found.bytes.length,
    etag: `"${md5(found.bytes).toString("hex")}"`,
  });
  response.end(found.bytes);
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain" });
  response.end(text);
}

function md5(bytes: Uint8Array): Buffer {
  return createHash("md5").update(bytes).digest();
}
