import { coreErrors, isFlytekitError } from "@flytekit-ts/core/errors";
import type { Storage } from "@flytekit-ts/core/storage";
import {
  type Fault,
  faults,
  type FaultProxy,
  type GcsServer,
  lacks,
  LONGEST_START,
  type SeenRequest,
  startFakeGcs,
  startFaultProxy,
} from "@flytekit-ts/servers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { gcs } from "../src/gcs.js";

const LARGE = 20 * 1024 * 1024 + 7;
const MEDIUM = 6 * 1024 * 1024;

describe.skipIf(lacks("fake-gcs-server"))(
  "the storage for Google Cloud Storage, when something goes wrong",
  () => {
    let server: GcsServer;
    let proxy: FaultProxy;
    let storage: Storage;
    /** For silence alone: where it passes for a fault, every pause of a busy machine does, too. */
    let hasty: Storage;
    const large = Buffer.alloc(LARGE, "0123456789abcdef-");
    const uri = "gs://bucket/faults/object";

    beforeAll(async () => {
      server = await startFakeGcs();
      proxy = await startFaultProxy(server.endpoint);
      const options = { endpoint: proxy.endpoint, attempts: 4, firstWait: 1 };
      storage = gcs(options);
      hasty = gcs({ ...options, stallAfter: 300 });
    }, LONGEST_START);
    afterAll(async () => {
      await proxy.stop();
      await server.stop();
    });
    beforeEach(() => proxy.reset());

    const isRead = ({ url }: SeenRequest): boolean => url.includes("alt=media");
    const isSent = ({ headers }: SeenRequest): boolean => /^bytes \d/.test(String(headers["content-range"]));

    const patienceWith = ({ kind }: Fault): Storage => (kind === "stall" ? hasty : storage);

    async function bytesAt(from = uri, by: Storage = storage): Promise<Buffer> {
      const chunks: Uint8Array[] = [];
      for await (const chunk of by.read(from)) chunks.push(chunk);
      return Buffer.concat(chunks);
    }

    async function failureOf(work: Promise<unknown>): Promise<string> {
      const error: unknown = await work.then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (!isFlytekitError(error)) throw error;
      return `${error.code}: ${error.text} ${error.hint}`;
    }

    it.each([
      ["throttling", faults.tooManyRequests()],
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
      expect(String(await once(async () => bytesAt(uri, by)))).toBe("small");
      expect(await once(async () => by.stat(uri))).toEqual({ uri, size: 5 });
      expect(
        await once(async () => {
          const found: string[] = [];
          for await (const each of by.list("gs://bucket/faults")) found.push(each.uri);
          return found;
        }),
      ).toEqual([uri]);
      await once(async () => by.delete(uri));
      expect(await storage.stat(uri)).toBeUndefined();
    });

    it("goes on where a read broke, stalled or ended early, with the same generation", async () => {
      await storage.write(uri, large);
      for (const fault of [
        { kind: "reset", afterBytes: 9_000_000 },
        { kind: "stall", afterBytes: 9_000_000 },
        { kind: "truncate", afterBytes: 9_000_000 },
      ] as const) {
        proxy.reset();
        proxy.once(fault, isRead);
        expect((await bytesAt(uri, patienceWith(fault))).equals(large)).toBe(true);
        const [first, second] = proxy.requests;
        expect(first?.url).not.toContain("generation=");
        expect(second?.url).toMatch(/generation=\d+/);
        expect(second?.headers.range).toMatch(/^bytes=[1-9]\d{6}-$/);
      }
    });

    it("reads again what came with a wrong bit, or fails at the end of what is large", async () => {
      await storage.write(uri, large.subarray(0, 1000));
      proxy.once({ kind: "flip", atByte: 500 }, isRead);
      expect((await bytesAt()).equals(large.subarray(0, 1000))).toBe(true);
      await storage.write(uri, large);
      proxy.once({ kind: "flip", atByte: 5_000_000 }, isRead);
      expect(await failureOf(bytesAt())).toContain(
        "STORAGE_FAILED: Reading gs://bucket/faults/object failed: its checksum is wrong",
      );
      proxy.once({ kind: "shorten", afterBytes: 5_000_000 }, isRead);
      expect(await failureOf(bytesAt())).toContain("its checksum is wrong");
    });

    it("gives up an upload that stalls, and tries again", async () => {
      proxy.once({ kind: "upload-stall", afterBytes: 1000 }, ({ method }) => method === "POST");
      await hasty.write(uri, Buffer.from("small"));
      expect(proxy.requests.length).toBeGreaterThan(1);
      expect(String(await bytesAt())).toBe("small");
    });

    it("sends again what is small and changed on its way, and leaves nothing of what is large", async () => {
      proxy.once({ kind: "upload-flip", atByte: 4_000_000 }, ({ method }) => method === "POST");
      await storage.write(uri, large.subarray(0, MEDIUM));
      expect((await bytesAt()).equals(large.subarray(0, MEDIUM))).toBe(true);
      await storage.delete(uri);
      // This server does not compare: what it stored is wrong, and is removed.
      proxy.once({ kind: "upload-flip", atByte: 4_000_000 }, isSent);
      expect(await failureOf(storage.write(uri, large))).toContain("their checksum is wrong");
      expect(await storage.stat(uri)).toBeUndefined();
    });

    it("says after the last attempt what went wrong, and what to do", async () => {
      proxy.script(() => faults.tooManyRequests());
      expect(await failureOf(storage.stat(uri))).toMatch(
        /^STORAGE_FAILED: Finding gs:\/\/bucket\/faults\/object failed: too many requests were sent \(429.*\), also at the last of 4 attempts\. /,
      );
      expect(proxy.requests).toHaveLength(4);
      proxy.reset();
      proxy.script(() => ({ kind: "stall" }));
      expect(await failureOf(bytesAt(uri, hasty))).toContain(
        "no answer came for 0.3 seconds, also at the last of 4 attempts",
      );
    });

    it.each([
      [401, "the credentials are not accepted (401: no)"],
      [403, "permission is denied (403: no)"],
      [418, "the server refused the request (418: no)"],
    ])("does not try again what is refused with %i", async (status, words) => {
      proxy.script(() => ({ kind: "answer", status, body: '{"error":{"message":"no"}}' }));
      expect(await failureOf(storage.write(uri, Buffer.from("x")))).toContain(words);
      expect(proxy.requests).toHaveLength(1);
    });

    it("says that a server cannot be reached", async () => {
      const nowhere = gcs({ endpoint: "http://127.0.0.1:1", attempts: 2, firstWait: 1 });
      expect(await failureOf(nowhere.stat(uri))).toContain(
        "the server cannot be reached (ECONNREFUSED), also at the last of 2 attempts.",
      );
    });

    it("says of a bucket that is not there what is missing", async () => {
      const elsewhere = "gs://no-such-bucket/key";
      expect(await failureOf(bytesAt(elsewhere))).toContain(
        coreErrors.STORAGE_NOT_FOUND({ uri: elsewhere }).text,
      );
      expect(await failureOf(storage.write(elsewhere, Buffer.from("x")))).toContain(
        "what holds the object, or the object, does not exist (404",
      );
    });
  },
);
