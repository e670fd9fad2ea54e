import { AwsClient } from "aws4fetch";
import { placeOf } from "./reference.js";
import type { ObjectHead, ObjectStore } from "./object-store.js";

/** An S3 server, and who asks it. What `startVersitygw` of `@flytekit-ts/servers` gives fits. */
export interface S3Settings {
  readonly endpoint: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
}

/** The metadata of an object under which flyteadmin lets uploaders say its MD5. */
export const MD5_HEADER = "x-amz-meta-flytecontentmd5";

/** Objects of an S3 server. */
export function s3Objects({ endpoint, bucket, ...keys }: S3Settings): ObjectStore {
  const client = new AwsClient({ ...keys, service: "s3", retries: 0 });
  const ask = async (method: string, uri: string, body?: Uint8Array): Promise<Response> => {
    const content = body === undefined ? {} : { body: Buffer.from(body) };
    const response = await client.fetch(urlOf(endpoint, uri), { method, ...content });
    if (response.ok || response.status === 404) return response;
    throw new Error(`the object server answers ${response.status} to ${method} ${uri}`);
  };
  return {
    root: `s3://${bucket}`,
    async read(uri) {
      const response = await ask("GET", uri);
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
    },
    async write(uri, bytes) {
      const { ok } = await ask("PUT", uri, bytes);
      if (!ok) throw new Error(`the object server has no bucket for ${uri}`);
    },
    async head(uri) {
      const { ok, headers } = await ask("HEAD", uri);
      return ok ? headOf(headers) : undefined;
    },
    async link({ method, uri, seconds, headers }) {
      const url = new URL(urlOf(endpoint, uri));
      url.searchParams.set("X-Amz-Expires", String(seconds));
      const signed = await client.sign(url, { method, headers, aws: { signQuery: true } });
      return signed.url;
    },
    close: () => Promise.resolve(),
  };
}

/** The URL of an object on a server that has its buckets in paths. */
export function urlOf(endpoint: string, uri: string): string {
  const { bucket, key } = placeOf(uri);
  return `${endpoint}/${bucket}/${key.split("/").map(encodeStrictly).join("/")}`;
}

function headOf(headers: Headers): ObjectHead {
  return {
    size: Number(headers.get("content-length") ?? 0),
    etag: (headers.get("etag") ?? "").replaceAll('"', ""),
    contentMd5: headers.get(MD5_HEADER) ?? undefined,
  };
}

// AWS leaves only letters, digits and four marks as they are.
function encodeStrictly(part: string): string {
  return encodeURIComponent(part).replaceAll(
    /[!'()*]/g,
    (each) => `%${(each.codePointAt(0) ?? 0).toString(16).toUpperCase()}`,
  );
}
