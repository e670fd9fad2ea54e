import type { Storage } from "@flytekit-ts/core/storage";
import {
  type Fault,
  faults,
  type FaultProxy,
  lacks,
  LONGEST_START,
  type S3Server,
  type SeenRequest,
  startFaultProxy,
  startVersitygw,
} from "@flytekit-ts/servers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { s3 } from "../src/s3.js";
import { failureOf } from "./support/failure-of.js";

const MIB = 1024 * 1024;
const LARGE = 17 * MIB + 7;

describe.skipIf(lacks("versitygw"))("the storage for S3, when something goes wrong", () => {
  let server: S3Server;
  let proxy: FaultProxy;
  let storage: Storage;
  /** For silence alone: where it passes for a fault, every pause of a busy machine does, too. */
  let hasty: Storage;
  const large = Buffer.alloc(LARGE, "0123456789abcdef-");
  const uri = "s3://bucket/faults/object";

  beforeAll(async () => {
    server = await startVersitygw();
    proxy = await startFaultProxy(server.endpoint);
    const { endpoint } = proxy;
    const options = { endpoint, credentials: server, partSize: 5 * MIB, firstWait: 1 };
    storage = s3(options);
    hasty = s3({ ...options, stallAfter: 400 });
    // The SDK is loaded, which on a busy machine takes longer than the hasty one lets a request take.
    await storage.write(uri, Buffer.from("x"));
  }, LONGEST_START);
  afterAll(async () => {
    await proxy.stop();
    await server.stop();
  });
  beforeEach(() => proxy.reset());

  const patienceWith = ({ kind }: Fault): Storage => (kind === "stall" ? hasty : storage);

  async function bytesAt(
    from = uri,
    range?: { start: number; end: number },
    by: Storage = storage,
  ): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of by.read(from, { range })) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  async function urisBelow(prefix: string, by: Storage = storage): Promise<string[]> {
    const found: string[] = [];
    for await (const each of by.list(prefix)) found.push(each.uri);
    return found;
  }

  const isPart = ({ method, url }: SeenRequest): boolean => method === "PUT" && url.includes("partNumber=");
  const isFinish = ({ method, url }: SeenRequest): boolean => method === "POST" && url.includes("uploadId=");

  it.each([
    ["throttling", faults.slowDown()],
    ["throttling with status 429", faults.tooManyRequests()],
    ["a server that is not available", faults.serverError(503)],
    ["a server that fails", faults.serverError(500)],
    ["a reset", { kind: "reset" }],
    ["a stall", { kind: "stall" }],
    ["an answer that gets lost", { kind: "lose-answer" }],
  ] as const)("tries again after %s, whatever it does", async (_, fault) => {
    const once = async (work: () => Promise<unknown>): Promise<unknown> => {
      proxy.reset();
      proxy.once(fault);
      const result = await work();
      expect(proxy.requests.length).toBeGreaterThan(1);
      return result;
    };
    const by = patienceWith(fault);
    await once(async () => by.write(uri, Buffer.from("small")));
    expect(String(await once(async () => bytesAt(uri, undefined, by)))).toBe("small");
    expect(await once(async () => by.stat(uri))).toEqual({ uri, size: 5 });
    expect(await once(async () => urisBelow("s3://bucket/faults", by))).toEqual([uri]);
    await once(async () => by.delete(uri));
    expect(await storage.stat(uri)).toBeUndefined();
  });

  it("goes on where a read broke, stalled or ended early, with the same version", async () => {
    await storage.write(uri, large);
    for (const fault of [
      { kind: "reset", afterBytes: 9_000_000 },
      { kind: "stall", afterBytes: 9_000_000 },
      { kind: "truncate", afterBytes: 9_000_000 },
    ] as const) {
      proxy.reset();
      proxy.once(fault);
      expect((await bytesAt(uri, undefined, patienceWith(fault))).equals(large)).toBe(true);
      const [first, second] = proxy.requests;
      expect(first?.headers["if-match"]).toBeUndefined();
      expect(second?.headers["if-match"]).toMatch(/^"/);
      expect(second?.headers.range).toMatch(/^bytes=[1-9]\d{6}-$/);
    }
    proxy.reset();
    proxy.once({ kind: "truncate", afterBytes: 1_000_000 });
    const part = await bytesAt(uri, { start: 100, end: 5_000_000 });
    expect(part.equals(large.subarray(100, 5_000_000))).toBe(true);
    expect(proxy.requests[1]?.headers.range).toMatch(/^bytes=\d+-4999999$/);
  });

  it("does not join two versions of an object", async () => {
    await storage.write(uri, large);
    const other = Buffer.alloc(LARGE, "other");
    proxy.reset();
    proxy.once({ kind: "truncate", afterBytes: 9_000_000 });
    const reading = (async () => {
      for await (const _ of storage.read(uri)) {
        if (proxy.requests.length === 1) await storage.write(uri, other);
      }
    })();
    expect(await failureOf(reading)).toContain("meanwhile the object was changed or deleted");
  });

  it("reads again what came with a wrong bit, or fails at the end of what is large", async () => {
    await storage.write(uri, large.subarray(0, 1000));
    for (const fault of [
      { kind: "flip", atByte: 500 },
      { kind: "shorten", afterBytes: 500 },
    ] as const) {
      proxy.once(fault);
      expect((await bytesAt()).equals(large.subarray(0, 1000))).toBe(true);
    }
    await storage.write(uri, large);
    for (const fault of [
      { kind: "flip", atByte: 9_000_000 },
      { kind: "shorten", afterBytes: 9_000_000 },
    ] as const) {
      proxy.once(fault);
      expect(await failureOf(bytesAt())).toContain(
        `STORAGE_FAILED: Reading ${uri} failed: its checksum is wrong`,
      );
    }
    // Also where it came in two halves, one of them with a wrong bit.
    proxy.script(({ index }) =>
      index === 0 ? { kind: "truncate", afterBytes: 5_000_000 } : { kind: "flip", atByte: 1_000_000 },
    );
    expect(await failureOf(bytesAt())).toContain("its checksum is wrong");
  });

  it.each([
    { kind: "upload-flip", atByte: 10 },
    { kind: "upload-reset", afterBytes: 10 },
  ] as const)("sends again after %j", async (fault) => {
    proxy.once(fault);
    await storage.write(uri, large.subarray(0, MIB));
    expect(proxy.requests.length).toBe(2);
    expect((await bytesAt()).equals(large.subarray(0, MIB))).toBe(true);
    proxy.reset();
    proxy.once(fault, isPart);
    await storage.write(uri, large);
    expect(proxy.requests.filter(isPart)).toHaveLength(5);
    expect((await bytesAt()).equals(large)).toBe(true);
  });

  it("gives up an upload that stalls, and tries again", async () => {
    proxy.once({ kind: "upload-stall", afterBytes: 10 });
    await hasty.write(uri, Buffer.from("a small object"));
    expect(proxy.requests.length).toBeGreaterThan(1);
    expect(String(await bytesAt())).toBe("a small object");
  });

  it("finishes an upload once, also where the answer got lost", async () => {
    proxy.once({ kind: "lose-answer" }, isFinish);
    await storage.write(uri, large, { contentType: "text/plain" });
    expect(proxy.requests.filter(isFinish)).toHaveLength(2);
    expect((await bytesAt()).equals(large)).toBe(true);
  });

  it("looks for the object of an upload that the store does not know any more", async () => {
    const gone = { kind: "answer", status: 404, body: "<Error><Code>NoSuchUpload</Code></Error>" } as const;
    let finished = 0;
    const script = (first: "lose-answer" | "reset") => (request: SeenRequest) =>
      isFinish(request) ? ((finished += 1) === 1 ? ({ kind: first } as const) : gone) : undefined;
    proxy.script(script("lose-answer"));
    await storage.write(uri, large);
    expect(proxy.requests.at(-1)?.method).toBe("HEAD");
    expect((await bytesAt()).equals(large)).toBe(true);
    // What is there is another object: this one was not made.
    finished = 0;
    proxy.script(script("reset"));
    expect(await failureOf(storage.write(uri, Buffer.alloc(LARGE, "other")))).toContain(
      "the store has lost the upload",
    );
    expect((await bytesAt()).equals(large)).toBe(true);
  });

  it("drops what it sent of an upload that fails for good", async () => {
    await storage.write(uri, Buffer.from("old"));
    proxy.script((request) =>
      isPart(request) && request.url.includes("partNumber=2") ? faults.serverError() : undefined,
    );
    expect(await failureOf(storage.write(uri, large))).toMatch(
      /the server failed \(500.*also at the last of 6 attempts/,
    );
    expect(proxy.requests.at(-1)?.method).toBe("DELETE");
    expect(String(await bytesAt())).toBe("old");
    proxy.reset();
    const response = await fetch(`${server.endpoint}/bucket?uploads`).then((answer) => answer.status);
    expect(response).toBe(403);
  });

  it("is throttled six times, and then says so", async () => {
    proxy.script(() => faults.slowDown());
    for (const work of [
      async () => bytesAt(),
      async () => storage.write(uri, large),
      async () => storage.write(uri, Buffer.from("x")),
    ]) {
      expect(await failureOf(work())).toMatch(
        /failed: the server is not available \(503: SlowDown: Please reduce your request rate\), also at the last of 6 attempts\. Try again later/,
      );
    }
    expect(proxy.requests).toHaveLength(18);
  });

  it("waits as long as the store asks", async () => {
    proxy.once(faults.slowDown({ retryAfter: 1 }));
    const started = performance.now();
    await storage.stat(uri);
    expect(performance.now() - started).toBeGreaterThan(990);
  });

  it("gives up on a server that is silent", async () => {
    proxy.script(() => ({ kind: "stall" }));
    for (const work of [
      async () => bytesAt(uri, undefined, hasty),
      async () => hasty.write(uri, Buffer.from("x")),
      async () => hasty.stat(uri),
      async () => urisBelow(uri, hasty),
    ]) {
      expect(await failureOf(work())).toContain(
        "no answer came for 0.4 seconds, also at the last of 6 attempts",
      );
    }
  });

  it("asks for keys as S3 has them, also those that versitygw cannot keep", async () => {
    proxy.script(() => faults.serverError(501));
    for (const key of ["a//b", "/a", "ends/", "a b+c%20d&e=f;g", "ü/日本", "..a/./b", "q?x#y", "(1)!*'~"]) {
      proxy.reset();
      proxy.script(() => faults.serverError(501));
      await failureOf(storage.stat(`s3://bucket/${key}`));
      const path = proxy.requests[0]?.url.replace(/^\/bucket\//, "") ?? "";
      expect(decodeURIComponent(path)).toBe(key);
      // What is not escaped is what no server takes for something else.
      expect(path).toMatch(/^[\w\-.~/%]*$/);
    }
  });

  it("says of a bucket that is not there what is missing", async () => {
    const elsewhere = "s3://no-such-bucket/key";
    for (const work of [
      async () => bytesAt(elsewhere),
      async () => storage.write(elsewhere, Buffer.from("x")),
      async () => urisBelow(elsewhere),
    ])
      expect(await failureOf(work())).toMatch(/STORAGE_FAILED: .* there is no such bucket \(NoSuchBucket\)/);
    expect(await storage.stat(elsewhere)).toBeUndefined();
  });
});
