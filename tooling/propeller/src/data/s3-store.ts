import { createHash, createHmac } from "node:crypto";
import type { DataStore } from "./data-store.js";

/** An S3 server, and who asks it. */
export interface S3Options {
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region?: string | undefined;
}

/** Data in buckets of an S3 server, by URIs `s3://bucket/key`: as little of S3 as the engine needs. */
export function s3Store(options: S3Options): DataStore {
  return {
    async read(uri) {
      const response = await send(options, "GET", uri);
      if (response.status === 404) return undefined;
      assertOk(response, uri);
      return new Uint8Array(await response.arrayBuffer());
    },
    async write(uri, bytes) {
      assertOk(await send(options, "PUT", uri, bytes), uri);
    },
  };
}

/** The S3 server that the environment names, as AWS's own tools and flytekit's name it. @throws if it names none */
export function s3FromEnvironment(env: Readonly<Record<string, string | undefined>>): DataStore {
  const endpoint = env["FLYTE_AWS_ENDPOINT"] ?? env["AWS_ENDPOINT_URL_S3"] ?? env["AWS_ENDPOINT_URL"];
  const accessKeyId = env["FLYTE_AWS_ACCESS_KEY_ID"] ?? env["AWS_ACCESS_KEY_ID"];
  const secretAccessKey = env["FLYTE_AWS_SECRET_ACCESS_KEY"] ?? env["AWS_SECRET_ACCESS_KEY"];
  if (endpoint === undefined || accessKeyId === undefined || secretAccessKey === undefined) {
    throw new Error("data on S3 needs AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
  }
  return s3Store({ endpoint, accessKeyId, secretAccessKey, region: env["AWS_REGION"] });
}

/** Make a bucket, unless it is there. */
export async function makeBucket(options: S3Options, bucket: string): Promise<void> {
  const response = await send(options, "PUT", `s3://${bucket}`);
  if (response.status !== 409) assertOk(response, bucket);
}

function assertOk({ ok, status }: Response, uri: string): void {
  if (!ok) throw new Error(`S3 answers ${status} for ${uri}`);
}

async function send(options: S3Options, method: string, uri: string, body?: Uint8Array): Promise<Response> {
  const [, place] = /^s3:\/\/(.+)$/.exec(uri) ?? [];
  if (place === undefined) throw new Error(`${uri} is no URI of S3`);
  const path = `/${place.split("/").map(encodeStrictly).join("/")}`;
  const url = new URL(options.endpoint);
  const headers = signed(options, { method, host: url.host, path, body: body ?? new Uint8Array() });
  const content = body === undefined ? {} : { body: Buffer.from(body) };
  return fetch(`${url.origin}${path}`, { method, headers, ...content });
}

interface Unsigned {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly body: Uint8Array;
}

/** The headers of AWS's Signature Version 4. */
function signed(options: S3Options, { method, host, path, body }: Unsigned): Record<string, string> {
  const { accessKeyId, secretAccessKey, region = "us-east-1" } = options;
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const day = time.slice(0, 8);
  const digest = sha256(body);
  const names = "host;x-amz-content-sha256;x-amz-date";
  const lines = [`host:${host}`, `x-amz-content-sha256:${digest}`, `x-amz-date:${time}`];
  const request = [method, path, "", ...lines, "", names, digest].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", time, scope, sha256(Buffer.from(request))].join("\n");
  const key = [day, region, "s3", "aws4_request"].reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`);
  const signature = hmac(key, text).toString("hex");
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
  return { "x-amz-content-sha256": digest, "x-amz-date": time, authorization };
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

// AWS leaves only letters, digits and four marks as they are.
function encodeStrictly(part: string): string {
  return encodeURIComponent(part).replace(
    /[!'()*]/g,
    (each) => `%${(each.codePointAt(0) ?? 0).toString(16).toUpperCase()}`,
  );
}
