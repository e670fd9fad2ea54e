import { isFlytekitError } from "@flytekit-ts/core/errors";
import type { Storage } from "@flytekit-ts/core/storage";
import { faults, type FaultProxy, type SeenRequest, startFaultProxy } from "@flytekit-ts/servers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { gcs } from "../src/gcs.js";
import { type SessionServer, startSessionServer } from "./support/start-session-server.js";

const PART = 8 * 1024 * 1024;
const LARGE = 2 * PART + 4 * 1024 * 1024 + 7;

describe("a large upload", () => {
  const large = Buffer.alloc(LARGE, "0123456789abcdef-");
  const uri = "gs://bucket/large";
  let server: SessionServer;
  let proxy: FaultProxy;
  let storage: Storage;

  beforeEach(async () => {
    server = await startSessionServer();
    proxy = await startFaultProxy(server.endpoint);
    storage = gcs({ endpoint: proxy.endpoint, attempts: 4, firstWait: 1 });
  });
  afterEach(async () => {
    await proxy.stop();
    await server.stop();
  });

  const brings = ({ headers }: SeenRequest): boolean => /^bytes \d/.test(String(headers["content-range"]));
  const asks = ({ headers }: SeenRequest): boolean => headers["content-range"] === "bytes */*";
  const ends = ({ headers }: SeenRequest): boolean => /\/\d+$/.test(String(headers["content-range"]));

  async function failureOf(work: Promise<unknown>): Promise<string> {
    const error: unknown = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!isFlytekitError(error)) throw error;
    return `${error.code}: ${error.text} ${error.hint} ${JSON.stringify(error.cause)}`;
  }

  it("is sent in parts, the last with its size and checksum", async () => {
    await storage.write(uri, large);
    expect(server.objects.get("large")?.equals(large)).toBe(true);
    expect(server.sent).toEqual([PART, PART, LARGE - 2 * PART]);
    const last = proxy.requests.at(-1);
    expect(last?.headers["content-range"]).toBe(`bytes ${2 * PART}-${LARGE - 1}/${LARGE}`);
    expect(last?.headers["x-goog-hash"]).toMatch(/^md5=.{22}==$/);
  });

  it.each([
    ["a lost answer", { kind: "lose-answer" }],
    ["a busy server", faults.serverError(503)],
    ["throttling", faults.tooManyRequests()],
    ["a reset", { kind: "reset" }],
    ["a reset in what is sent", { kind: "upload-reset", afterBytes: 3_000_000 }],
  ] as const)("goes on where it was after %s", async (_, fault) => {
    for (const where of [brings, asks, ends]) {
      proxy.reset();
      server.objects.clear();
      // To be asked how far it is, it must have failed before.
      if (where === asks) proxy.once(faults.serverError(500), brings);
      proxy.once(fault, where);
      await storage.write(uri, large);
      expect(server.objects.get("large")?.equals(large)).toBe(true);
    }
  });

  it("sends only what is missing of a part", async () => {
    let stored = 0;
    proxy.script((request) => {
      if (!brings(request) || stored > 0) return undefined;
      stored += 1;
      return { kind: "lose-answer" };
    });
    await storage.write(uri, large);
    // The first part arrived, and only its answer did not.
    expect(server.sent).toEqual([PART, PART, LARGE - 2 * PART]);
  });

  it("fails, and leaves nothing, where bytes changed on their way", async () => {
    proxy.once({ kind: "upload-flip", atByte: 4_000_000 }, brings);
    expect(await failureOf(storage.write(uri, large))).toContain("The MD5 hash does not match");
    expect(server.objects.size).toBe(0);
    expect(server.cancelled).toEqual(["large"]);
  });

  it("fails, and leaves nothing, where the server has lost it", async () => {
    proxy.once({ kind: "answer", status: 410 }, brings);
    expect(await failureOf(storage.write(uri, large))).toContain(
      "STORAGE_FAILED: Writing gs://bucket/large failed: the server has lost the upload.",
    );
    expect(server.objects.size).toBe(0);
  });

  it("does not tell the address of the session, which is as good as a token", async () => {
    proxy.script((request) => {
      if (!brings(request)) return undefined;
      return { kind: "answer", status: 400, body: '{"error":{"message":"see /x?upload_id=secret&a=b"}}' };
    });
    const failure = await failureOf(storage.write(uri, large));
    expect(failure).toContain("upload_id=***");
    expect(failure).not.toContain("secret");
  });

  it("is dropped where its source fails or it is aborted", async () => {
    async function* source(then: () => Promise<void>) {
      yield large;
      await then();
    }
    const failing = async (): Promise<void> => {
      throw new TypeError("no more");
    };
    expect(await failureOf(storage.write(uri, source(failing)))).toContain("no more");
    const controller = new AbortController();
    const aborting = async (): Promise<void> => {
      controller.abort(new TypeError("enough"));
      await new Promise(() => {});
    };
    const { signal } = controller;
    expect(await failureOf(storage.write(uri, source(aborting), { signal }))).toContain("STORAGE_ABORTED");
    expect(server.objects.size).toBe(0);
    expect(server.cancelled).toEqual(["large", "large"]);
  });
});
