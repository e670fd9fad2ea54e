import { BlobServiceClient, type ContainerClient, StorageSharedKeyCredential } from "@azure/storage-blob";
import { coreErrors, isFlytekitError } from "@flytekit-ts/core/errors";
import type { Storage } from "@flytekit-ts/core/storage";
import {
  type AzureServer,
  faults,
  type FaultProxy,
  lacks,
  LONGEST_START,
  type SeenRequest,
  startAzurite,
  startFaultProxy,
} from "@flytekit-ts/servers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { azure } from "../src/azure.js";

const LARGE = 20 * 1024 * 1024 + 7;
const QUICK = { attempts: 4, firstWait: 1, stallAfter: 1000 };

describe.skipIf(lacks("azurite"))("the storage for Azure Blob Storage, when something goes wrong", () => {
  let server: AzureServer;
  let proxy: FaultProxy;
  let storage: Storage;
  let container: ContainerClient;
  const large = Buffer.alloc(LARGE, "0123456789abcdef-");
  const uri = "abfs://files/faults/object";

  beforeAll(async () => {
    server = await startAzurite();
    proxy = await startFaultProxy(new URL(server.endpoint).origin);
    const { account, accountKey } = server;
    storage = azure({ account, accountKey, endpoint: `${proxy.endpoint}/${account}`, ...QUICK });
    const credential = new StorageSharedKeyCredential(account, accountKey);
    container = new BlobServiceClient(server.endpoint, credential).getContainerClient("files");
    await container.create();
  }, LONGEST_START);
  afterAll(async () => {
    await proxy.stop();
    await server.stop();
  });
  beforeEach(() => proxy.reset());

  const isRead = ({ method, url }: SeenRequest): boolean => method === "GET" && !url.includes("comp=");
  const isBlock = ({ url }: SeenRequest): boolean => url.includes("comp=block&");
  const isCommit = ({ url }: SeenRequest): boolean => url.includes("comp=blocklist");

  async function bytesAt(from = uri): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of storage.read(from)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  async function failureOf(work: Promise<unknown>): Promise<string> {
    const error: unknown = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!isFlytekitError(error)) throw error;
    return `${error.code}: ${error.text} ${error.hint} ${JSON.stringify(error.cause)}`;
  }

  it.each([
    ["throttling", faults.serverError(503)],
    ["a server that fails", faults.serverError(500)],
    ["a reset", { kind: "reset" }],
    ["a stall", { kind: "stall" }],
    ["an answer that gets lost", { kind: "lose-answer" }],
  ] as const)("tries again after %s, whatever it does", async (_, fault) => {
    const once = async (work: () => Promise<unknown>): Promise<unknown> => {
      proxy.reset();
      proxy.once(fault);
      const result = await work();
      expect(proxy.requests).toHaveLength(2);
      return result;
    };
    await once(async () => storage.write(uri, Buffer.from("small")));
    expect(String(await once(async () => bytesAt()))).toBe("small");
    expect(await once(async () => storage.stat(uri))).toEqual({ uri, size: 5 });
    const found: string[] = [];
    await once(async () => {
      for await (const each of storage.list("abfs://files/faults")) found.push(each.uri);
    });
    expect(found).toEqual([uri]);
    await once(async () => storage.delete(uri));
    expect(await storage.stat(uri)).toBeUndefined();
  });

  it("goes on where a read broke, stalled or ended early, with the same ETag", async () => {
    await storage.write(uri, large);
    for (const fault of [
      { kind: "reset", afterBytes: 9_000_000 },
      { kind: "stall", afterBytes: 9_000_000 },
      { kind: "truncate", afterBytes: 9_000_000 },
    ] as const) {
      proxy.reset();
      proxy.once(fault, isRead);
      expect((await bytesAt()).equals(large)).toBe(true);
      const [first, second] = proxy.requests;
      expect(first?.headers["if-match"]).toBeUndefined();
      expect(second?.headers["if-match"]).toMatch(/\S/);
      expect(second?.headers["x-ms-range"]).toMatch(/^bytes=[1-9]\d{6}-$/);
    }
  });

  it("does not mix two versions of a blob", async () => {
    await storage.write(uri, large);
    proxy.once({ kind: "reset", afterBytes: 9_000_000 }, isRead);
    const reading = (async () => {
      let isFirst = true;
      for await (const _ of storage.read(uri)) {
        if (isFirst) await storage.write(uri, large);
        isFirst = false;
      }
    })();
    expect(await failureOf(reading)).toContain("meanwhile the object was changed or deleted");
  });

  it("reads again what came with a wrong bit, or fails at the end of what is large", async () => {
    await storage.write(uri, large.subarray(0, 1000));
    proxy.once({ kind: "flip", atByte: 500 }, isRead);
    expect((await bytesAt()).equals(large.subarray(0, 1000))).toBe(true);
    await storage.write(uri, large);
    proxy.once({ kind: "flip", atByte: 5_000_000 }, isRead);
    expect(await failureOf(bytesAt())).toContain("failed: its checksum is wrong");
    proxy.once({ kind: "shorten", afterBytes: 5_000_000 }, isRead);
    expect(await failureOf(bytesAt())).toContain("its checksum is wrong");
  });

  it.each([
    ["a reset in what is sent", { kind: "upload-reset", afterBytes: 3_000_000 }],
    ["a lost answer", { kind: "lose-answer" }],
    ["a busy server", faults.serverError(503)],
    ["a wrong bit in what is sent", { kind: "upload-flip", atByte: 100 }],
  ] as const)("sends a block again, or the list of blocks, after %s", async (_, fault) => {
    proxy.once(fault, isBlock);
    await storage.write(uri, large);
    expect((await bytesAt()).equals(large)).toBe(true);
    if (fault.kind === "upload-reset" || fault.kind === "upload-flip") return;
    proxy.reset();
    proxy.once(fault, isCommit);
    await storage.write(uri, large);
    expect((await bytesAt()).equals(large)).toBe(true);
  });

  it("sends again what is small and changed on its way", async () => {
    proxy.once({ kind: "upload-flip", atByte: 500 }, ({ method }) => method === "PUT");
    await storage.write(uri, large.subarray(0, 1000));
    expect((await bytesAt()).equals(large.subarray(0, 1000))).toBe(true);
  });

  it("lets nobody see an upload that fails, and keeps what was there", async () => {
    await storage.write(uri, Buffer.from("old"));
    proxy.script((request) => (isCommit(request) ? faults.serverError(500) : undefined));
    expect(await failureOf(storage.write(uri, large))).toContain("also at the last of 4 attempts");
    proxy.reset();
    expect(String(await bytesAt())).toBe("old");
  });

  it("keeps the MD5 of what it wrote, in one request or in blocks", async () => {
    for (const bytes of [large.subarray(0, 10), large]) {
      await storage.write(uri, bytes);
      const { contentMD5 } = await container.getBlobClient("faults/object").getProperties();
      expect(contentMD5).toHaveLength(16);
    }
  });

  it("takes folders of hierarchical namespaces for nothing", async () => {
    const metadata = { hdi_isfolder: "true" };
    await container.getBlockBlobClient("hns/dir").upload("", 0, { metadata });
    await storage.write("abfs://files/hns/dir/a", Buffer.from("a"));
    expect(await storage.stat("abfs://files/hns/dir")).toBeUndefined();
    expect(await failureOf(bytesAt("abfs://files/hns/dir"))).toContain("STORAGE_NOT_FOUND");
    const found: string[] = [];
    for await (const each of storage.list("abfs://files/hns")) found.push(each.uri);
    expect(found).toEqual(["abfs://files/hns/dir/a"]);
  });

  it("says after the last attempt what went wrong, and what to do", async () => {
    proxy.script(() => faults.tooManyRequests());
    expect(await failureOf(storage.stat(uri))).toMatch(
      /^STORAGE_FAILED: Finding abfs:\/\/files\/faults\/object failed: too many requests were sent \(429.*\), also at the last of 4 attempts\. /,
    );
    expect(proxy.requests).toHaveLength(4);
  });

  it("tells no keys", async () => {
    const { account, endpoint } = server;
    const accountKey = Buffer.from("wrong").toString("base64");
    const sasToken = `sv=2024-11-04&ss=b&srt=sco&sp=r&se=2030-01-01T00:00:00Z&sig=${encodeURIComponent(accountKey)}`;
    for (const secret of [{ accountKey }, { sasToken }]) {
      const failure = await failureOf(azure({ account, endpoint, ...secret, ...QUICK }).stat(uri));
      expect(failure).toContain(
        "STORAGE_FAILED: Finding abfs://files/faults/object failed: permission is denied (403",
      );
      expect(failure).not.toContain(accountKey);
      expect(failure).not.toContain(encodeURIComponent(accountKey));
    }
  });

  it("reads what is public where its credentials are refused, and writes nothing there", async () => {
    const { account, endpoint } = server;
    const open = new BlobServiceClient(
      endpoint,
      new StorageSharedKeyCredential(account, server.accountKey),
    ).getContainerClient("open");
    await open.create({ access: "container" });
    const wrong = azure({ account, endpoint, accountKey: Buffer.from("wrong").toString("base64"), ...QUICK });
    await storage.write("abfs://open/a", Buffer.from("public"));
    const chunks: Uint8Array[] = [];
    for await (const chunk of wrong.read("abfs://open/a")) chunks.push(chunk);
    expect(String(Buffer.concat(chunks))).toBe("public");
    expect(await wrong.stat("abfs://open/a")).toEqual({ uri: "abfs://open/a", size: 6 });
    for await (const each of wrong.list("abfs://open")) expect(each.uri).toBe("abfs://open/a");
    expect(await failureOf(wrong.write("abfs://open/b", Buffer.from("x")))).toContain(
      "permission is denied (403",
    );
  });

  it("takes a connection string, also for a URI that names its account", async () => {
    await storage.write(uri, Buffer.from("connected"));
    const connectionString = `DefaultEndpointsProtocol=http;AccountName=${server.account};AccountKey=${server.accountKey};BlobEndpoint=${server.endpoint};`;
    const connected = azure({ connectionString });
    expect(await connected.stat(uri)).toEqual({ uri, size: 9 });
    const named = `abfss://files@${server.account}.dfs.core.windows.net/faults/object`;
    expect(await connected.stat(named)).toEqual({ uri: named, size: 9 });
  });

  it("says of a container that is not there what is missing, and that a server cannot be reached", async () => {
    const elsewhere = "abfs://no-such-container/key";
    expect(await failureOf(bytesAt(elsewhere))).toContain(
      coreErrors.STORAGE_NOT_FOUND({ uri: elsewhere }).text,
    );
    const writing = failureOf(storage.write(elsewhere, Buffer.from("x")));
    expect(await writing).toContain("ContainerNotFound");
    expect(await writing).toContain("Make the container, or check its name.");
    const nowhere = azure({
      account: "acc",
      accountKey: "a2V5",
      endpoint: "http://127.0.0.1:1/acc",
      ...QUICK,
    });
    expect(await failureOf(nowhere.stat(uri))).toContain("the server cannot be reached (ECONNREFUSED)");
  });
});
