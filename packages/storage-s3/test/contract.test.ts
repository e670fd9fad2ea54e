import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname, join } from "node:path";
import { lacks, LONGEST_START, type S3Server, startVersitygw } from "@flytekit-ts/servers";
import { proveStorage } from "@flytekit-ts/servers/testing";
import { afterAll, beforeAll, describe } from "vitest";

import { s3 } from "../src/s3.js";

const MIB = 1024 * 1024;

describe.skipIf(lacks("versitygw"))("the storage for S3", () => {
  let server: S3Server;
  beforeAll(async () => {
    server = await startVersitygw();
  }, LONGEST_START);
  afterAll(async () => server?.stop());

  const keyOf = (uri: string): string => uri.replace(/^s3:\/\/[^/]*\//, "");

  proveStorage({
    storage: () => s3({ endpoint: server.endpoint, credentials: server, partSize: 5 * MIB }),
    prefix: () => `s3://${server.bucket}/contract`,
    // This server keeps an object as a file of the same path.
    impossibleKeys: ["node", "double//slash", "ends-with/"],
    many: 10_000,
    fill: async (uris) => {
      for (const uri of uris) {
        const path = join(server.folder, server.bucket, keyOf(uri));
        mkdirSync(dirname(path), { recursive: true });
        closeSync(openSync(path, "w"));
      }
    },
    contentTypeOf: async (uri) => {
      const { S3Client, HeadObjectCommand } = await import("@aws-sdk/client-s3");
      const { endpoint, region, bucket } = server;
      const client = new S3Client({ endpoint, region, credentials: server, forcePathStyle: true });
      const answer = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: keyOf(uri) }));
      return answer.ContentType;
    },
  });
});
