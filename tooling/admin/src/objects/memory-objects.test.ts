import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { memoryObjects } from "./memory-objects.js";
import type { ObjectStore } from "./object-store.js";

let store: ObjectStore;
beforeAll(async () => {
  store = await memoryObjects("bucket");
});
afterAll(() => store.close());

const content = Buffer.from("hello");
const md5 = createHash("md5").update(content).digest("base64");

describe("a link to an object in memory", () => {
  const uri = "s3://bucket/a/SAA===/x%20y ä.txt";

  it("takes a body of the MD5 that is signed, and gives it again", async () => {
    const headers = { "Content-MD5": md5, "x-amz-meta-flyteContentMD5": md5 };
    const put = await store.link({ method: "PUT", uri, seconds: 60, headers });
    expect(put).toContain("X-Amz-SignedHeaders=content-md5%3Bhost%3Bx-amz-meta-flytecontentmd5");
    expect((await fetch(put, { method: "PUT", body: content })).status).toBe(403);
    expect((await fetch(put, { method: "PUT", headers, body: "other" })).status).toBe(400);
    expect(await store.read(uri)).toBeUndefined();
    expect((await fetch(put, { method: "PUT", headers, body: content })).status).toBe(200);
    expect(await store.head(uri)).toEqual({ size: 5, etag: expect.any(String), contentMd5: md5 });
    const get = await store.link({ method: "GET", uri, seconds: 60, headers: {} });
    expect(await (await fetch(get)).text()).toBe("hello");
  });

  it("is refused when it is over, for another method, or for another object", async () => {
    await store.write(uri, content);
    const get = await store.link({ method: "GET", uri, seconds: 60, headers: {} });
    const old = await store.link({ method: "GET", uri, seconds: -1, headers: {} });
    const statuses = [
      old,
      get.replace("x%20y", "z"),
      get.replace(/Signature=./, "Signature=z"),
      get.split("?")[0],
    ];
    for (const each of statuses) expect((await fetch(String(each))).status).toBe(403);
    expect((await fetch(get, { method: "PUT", body: "x" })).status).toBe(403);
  });

  it("says when there is nothing", async () => {
    const get = await store.link({ method: "GET", uri: "s3://bucket/none", seconds: 9, headers: {} });
    expect((await fetch(get)).status).toBe(404);
    expect(await store.head("s3://bucket/none")).toBeUndefined();
  });
});
