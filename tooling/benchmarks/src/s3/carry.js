// node carry.js <ours | sdk> <write | read> <path> <gigabytes>: one transfer between a file or nowhere and S3, with the
// settings of the environment. Prints the milliseconds, and the most memory that the process had, in MB.
import { createReadStream } from "node:fs";

const [, , who, what, path = ""] = process.argv;
const uri = "s3://bucket/object";
const at = { Bucket: "bucket", Key: "object" };

/** @type {Record<string, () => Promise<void>>} */
const transfers = {
  "ours write": async () => {
    const { s3 } = await import("@flytekit-ts/storage-s3");
    await s3().write(uri, createReadStream(path));
  },
  "ours read": async () => {
    const { s3 } = await import("@flytekit-ts/storage-s3");
    for await (const chunk of s3().read(uri)) count(chunk);
  },
  "sdk write": async () => {
    const { Upload } = await import("@aws-sdk/lib-storage");
    await new Upload({ client: await client(), params: { ...at, Body: createReadStream(path) } }).done();
  },
  "sdk read": async () => {
    const { GetObjectCommand } = await import("@aws-sdk/client-s3");
    const { Body } = await (await client()).send(new GetObjectCommand(at));
    for await (const chunk of /** @type {AsyncIterable<Uint8Array>} */ (Body)) count(chunk);
  },
};

async function client() {
  const { S3Client } = await import("@aws-sdk/client-s3");
  return new S3Client({
    region: "us-east-1",
    endpoint: process.env["FLYTE_AWS_ENDPOINT"] ?? "",
    forcePathStyle: true,
    credentials: {
      accessKeyId: process.env["FLYTE_AWS_ACCESS_KEY_ID"] ?? "",
      secretAccessKey: process.env["FLYTE_AWS_SECRET_ACCESS_KEY"] ?? "",
    },
  });
}

let bytes = 0;
const count = (/** @type {Uint8Array} */ chunk) => void (bytes += chunk.length);

const begun = performance.now();
await transfers[`${who} ${what}`]?.();
const milliseconds = performance.now() - begun;
console.log(JSON.stringify({ milliseconds, memory: process.resourceUsage().maxRSS / 1024, bytes }));
