import { createHash } from "node:crypto";
import { lacks, LONGEST_START, type S3Server, startVersitygw } from "@flytekit-ts/servers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { s3Objects } from "./s3-objects.js";
import type { ObjectStore } from "./object-store.js";

describe.skipIf(lacks("versitygw"))("objects of an S3 server", () => {
  let server: S3Server;
  let store: ObjectStore;
  beforeAll(async () => {
    server = await startVersitygw();
    store = s3Objects(server);
  }, LONGEST_START);
  afterAll(() => server.stop());

  it("are written, read, and found", async () => {
    const uri = "s3://bucket/a b/c=.pb";
    expect(await store.read(uri)).toBeUndefined();
    expect(await store.head(uri)).toBeUndefined();
    await store.write(uri, Buffer.from("abc"));
    expect(Buffer.from((await store.read(uri)) ?? []).toString()).toBe("abc");
    expect(await store.head(uri)).toMatchObject({ etag: createHash("md5").update("abc").digest("hex") });
    await expect(store.write("s3://other/x", Buffer.from("abc"))).rejects.toThrow(/404|no bucket/);
  });

  it("are put and got by links with plain HTTP, and the MD5 is compared", async () => {
    const uri = "s3://bucket/up/SAA===/x y.tar.gz";
    const md5 = createHash("md5").update("hello").digest("base64");
    const headers = { "Content-MD5": md5, "x-amz-meta-flyteContentMD5": md5 };
    const put = await store.link({ method: "PUT", uri, seconds: 60, headers });
    expect((await fetch(put, { method: "PUT", headers, body: "other" })).ok).toBe(false);
    expect((await fetch(put, { method: "PUT", body: "hello" })).ok).toBe(false);
    expect((await fetch(put, { method: "PUT", headers, body: "hello" })).status).toBe(200);
    expect(await store.head(uri)).toMatchObject({ contentMd5: md5 });
    const get = await store.link({ method: "GET", uri, seconds: 60, headers: {} });
    expect(await (await fetch(get)).text()).toBe("hello");
  });
});
