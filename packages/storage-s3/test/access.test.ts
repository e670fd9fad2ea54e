import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { PutBucketPolicyCommand, S3Client } from "@aws-sdk/client-s3";
import type { Storage } from "@flytekit-ts/core/storage";
import { lacks, LONGEST_START, type S3Server, startVersitygw } from "@flytekit-ts/servers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { S3Options } from "../src/settings/s3-options.js";
import { s3 } from "../src/s3.js";
import { failureOf } from "./support/failure-of.js";

const policy = (bucket: string): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: "*",
        Action: ["s3:GetObject", "s3:ListBucket"],
        Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
      },
    ],
  });

describe.skipIf(lacks("versitygw"))("access to S3", () => {
  let server: S3Server;
  let open: S3Server;
  const uri = "s3://bucket/object";
  const wrong = { accessKeyId: "AKIAWRONGKEY", secretAccessKey: "a-wrong-secret" };

  beforeAll(async () => {
    [server, open] = await Promise.all([startVersitygw(), startVersitygw()]);
    for (const each of [server, open]) await as(each, each).write(uri, Buffer.from("text"));
    const { endpoint, region, bucket } = open;
    const client = new S3Client({ endpoint, region, credentials: open, forcePathStyle: true });
    await client.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy: policy(bucket) }));
  }, LONGEST_START);
  afterAll(async () => {
    await server.stop();
    await open.stop();
  });

  const as = ({ endpoint }: S3Server, credentials: S3Options["credentials"]): Storage =>
    s3({ endpoint, credentials, attempts: 1 });

  async function text(storage: Storage, at = uri): Promise<string> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of storage.read(at)) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  }

  async function uris(storage: Storage): Promise<string[]> {
    const found: string[] = [];
    for await (const each of storage.list("s3://bucket")) found.push(each.uri);
    return found;
  }

  it.each(["a wrong key", "none"])("reads what is public with %s, and cannot write it", async (key) => {
    const forged = { ...open, secretAccessKey: "another-secret" };
    const storage = as(open, key === "none" ? "anonymous" : forged);
    expect(await text(storage)).toBe("text");
    expect(await storage.stat(uri)).toEqual({ uri, size: 4 });
    expect(await uris(storage)).toEqual([uri]);
    expect(await failureOf(storage.write(uri, Buffer.from("x")))).toMatch(/^STORAGE_FAILED: .*\(40[13]/);
    expect(await failureOf(text(storage, "s3://bucket/absent"))).toMatch(/^STORAGE_(?:NOT_FOUND|FAILED)/);
  });

  it("says why it cannot read what is not public, without the keys", async () => {
    const storage = as(server, wrong);
    const write = async (): Promise<void> => storage.write(uri, Buffer.from("x"));
    for (const work of [async () => text(storage), async () => uris(storage), write]) {
      const said = await failureOf(work());
      expect(said).toMatch(
        /^STORAGE_FAILED: .* failed: the store does not know the access key \(\w+\)\. Check the access key id/,
      );
      expect(said).not.toMatch(/AKIAWRONGKEY|a-wrong-secret/);
    }
    const forged = as(server, { ...server, secretAccessKey: "another-secret" });
    const error: unknown = await text(forged).catch((thrown: unknown) => thrown);
    expect(String(error)).toMatch(/SignatureDoesNotMatch.*\n {2}hint: Check the secret access key/);
    const { inspect } = await import("node:util");
    expect(inspect(error, { depth: 10 })).not.toMatch(/another-secret|AWS4-HMAC/);
    expect(await failureOf(text(as(server, "anonymous")))).toMatch(
      /permission is denied \(403: AccessDenied/,
    );
  });

  it("takes all from the environment, in a process of its own, and leaves nothing if that is killed", async () => {
    const env = {
      FLYTE_AWS_ENDPOINT: server.endpoint,
      FLYTE_AWS_ACCESS_KEY_ID: server.accessKeyId,
      FLYTE_AWS_SECRET_ACCESS_KEY: server.secretAccessKey,
    };
    const child = runSource("test/support/write-for-ever.ts", ["s3://bucket/killed/object"], env);
    // Of 45 MiB given, all but the parts under way have arrived.
    await printed(child, String(45 * 1024 * 1024));
    child.kill("SIGKILL");
    await once(child, "exit");
    const storage = as(server, server);
    expect(await storage.stat("s3://bucket/killed/object")).toBeUndefined();
    expect(await uris(storage)).toEqual([uri]);
  });
});

function runSource(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): ChildProcess {
  const runner = createRequire(import.meta.url).resolve("@flytekit-ts/bundle/run-source");
  return spawn(process.execPath, [runner, file, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

async function printed(child: ChildProcess, line: string): Promise<void> {
  let output = "";
  for await (const chunk of child.stdout ?? []) {
    output += String(chunk);
    if (output.split("\n").includes(line)) return;
  }
  throw new Error(`It ended, and printed ${output}`);
}
