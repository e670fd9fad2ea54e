import { type Admin, startAdmin } from "@flytekit-ts/admin";
import { lacks, type S3Server, startVersitygw } from "@flytekit-ts/servers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "../remote/connect.js";
import type { Remote } from "../remote/remote.js";
import { clusterStorage } from "./cluster-storage.js";
import { signedTransfers } from "./transfers/signed-transfers.js";

let admin: Admin;
let remote: Remote;
let server: S3Server | undefined;

describe.each(["memory", "versitygw"] as const)("clusterStorage, of a cluster with %s", (store) => {
  const isMissing = store === "versitygw" && lacks("versitygw");
  beforeAll(async () => {
    if (isMissing) return;
    server = store === "versitygw" ? await startVersitygw() : undefined;
    admin = await startAdmin({ storage: server });
    const options = {
      endpoint: admin.endpoint,
      insecure: true,
      project: "flytesnacks",
      domain: "development",
    };
    remote = await connect(options);
  });
  afterAll(async () => {
    if (isMissing) return;
    await remote.close();
    await admin.close();
    await server?.stop();
  });

  const storage = () => clusterStorage({ storages: [], transfers: signedTransfers(remote.connection) });
  const stored = async (text: string): Promise<string> =>
    (await remote.upload(new TextEncoder().encode(text), { name: "x.txt" })).uri;

  async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
    let text = "";
    for await (const chunk of chunks) text += new TextDecoder().decode(chunk);
    return text;
  }

  describe.skipIf(isMissing)("reading", () => {
    it("reads whole objects and parts of them, and knows their sizes", async () => {
      const uri = await stored("0123456789");
      expect(await textOf(storage().read(uri))).toBe("0123456789");
      expect(await textOf(storage().read(uri, { range: { start: 2, end: 5 } }))).toBe("234");
      expect(await textOf(storage().read(uri, { range: { start: 5, end: 5 } }))).toBe("");
      expect(await storage().stat(uri)).toEqual({ uri, size: 10 });
      const empty = await stored("");
      expect(await textOf(storage().read(empty))).toBe("");
      expect(await storage().stat(empty)).toEqual({ uri: empty, size: 0 });
    });

    it("knows what is not there", async () => {
      const gone = (await stored("x")).replace("x.txt", "y.txt");
      expect(await storage().stat(gone)).toBeUndefined();
      await expect(textOf(storage().read(gone))).rejects.toMatchObject({ code: "STORAGE_NOT_FOUND" });
      const range = { start: 0, end: 1 };
      await expect(textOf(storage().read(gone, { range }))).rejects.toMatchObject({
        code: "STORAGE_NOT_FOUND",
      });
    });

    it("ends with its signal", async () => {
      const uri = await stored("x");
      const signal = AbortSignal.abort("enough");
      await expect(textOf(storage().read(uri, { signal }))).rejects.toThrow(/abort/i);
      await expect(textOf(storage().read(uri, { signal, range: { start: 0, end: 1 } }))).rejects.toThrow(
        /abort/i,
      );
      await expect(storage().stat(uri, { signal })).rejects.toThrow(/abort/i);
    });

    it("says which storage is needed for all else", async () => {
      const uri = "s3://bucket/folder";
      const code = "STORAGE_FAILED";
      await expect(storage().write(uri, new Uint8Array())).rejects.toMatchObject({ code });
      await expect(storage().delete(uri)).rejects.toMatchObject({ code });
      await expect(storage().list(uri)[Symbol.asyncIterator]().next()).rejects.toMatchObject({
        code,
        hint: expect.stringContaining("connect({ storage") as string,
      });
    });

    it("prefers the author's storage", async () => {
      const own = { schemes: ["s3"], stat: async (uri: string) => ({ uri, size: 7 }) };
      const both = clusterStorage({
        storages: [own as never],
        transfers: signedTransfers(remote.connection),
      });
      expect(await both.stat("s3://b/x")).toEqual({ uri: "s3://b/x", size: 7 });
    });
  });
});
